package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class UsedBrowsersTest {
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final Parts parts;
    private final Account halina;

    UsedBrowsersTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        halina = parts.account("halina@poczta.pl");
    }

    @Test
    void the_owner_is_told_of_a_new_browser_once_and_never_of_the_first() {
        signIn(halina, "mine");
        signIn(halina, "mine");
        assertThat(parts.letters).isEmpty();

        signIn(halina, "another");
        signIn(halina, "another");
        signIn(halina, "mine");

        assertThat(parts.letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("halina@poczta.pl");
            assertThat(letter.text())
                    .contains("identity.letter.newBrowser.text", "22.11.2026, 13:00", "[Firefox, Windows]")
                    .doesNotContain(Parts.HOME.address());
        });
        assertThat(parts.acts).extracting(AuditRecord::action).containsExactly("identity.newBrowser");
    }

    @Test
    void a_browser_of_two_people_is_new_to_each() {
        Account jan = parts.account("jan@poczta.pl");
        signIn(jan, "his");
        signIn(halina, "hers");

        signIn(halina, "his");

        assertThat(parts.letters).extracting(letter -> letter.to()).containsExactly("halina@poczta.pl");
    }

    @Test
    void a_browser_that_was_away_for_more_than_400_days_is_new() {
        signIn(halina, "mine");
        parts.clock.pass(UsedBrowsers.MEMORY.minusDays(1));
        signIn(halina, "mine");
        parts.clock.pass(UsedBrowsers.MEMORY.minusDays(1));
        signIn(halina, "mine");
        assertThat(parts.letters).isEmpty();

        parts.clock.pass(UsedBrowsers.MEMORY);
        signIn(halina, "mine");

        assertThat(parts.letters).hasSize(1);
        assertThat(parts.browsers.of(halina.id())).hasSize(1);
    }

    @Test
    void of_too_many_browsers_the_one_used_least_lately_is_forgotten() {
        for (int i = 0; i < UsedBrowsers.AT_MOST + 1; i++) {
            signIn(halina, "browser " + i);
            parts.clock.pass(Duration.ofMinutes(1));
        }
        assertThat(parts.browsers.of(halina.id())).hasSize(UsedBrowsers.AT_MOST);
        parts.letters.clear();

        signIn(halina, "browser 1");
        assertThat(parts.letters).isEmpty();
        signIn(halina, "browser 0");
        assertThat(parts.letters).hasSize(1);
    }

    @Test
    void two_windows_of_a_new_browser_are_one() throws Exception {
        signIn(halina, "mine");
        ExecutorService windows = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        signIn(halina, "another");
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : windows.invokeAll(tries)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            windows.shutdownNow();
        }

        assertThat(parts.letters).hasSize(1);
        assertThat(parts.browsers.of(halina.id())).hasSize(2);
    }

    @Test
    void the_secret_is_not_in_the_database_and_differs_from_account_to_account() {
        Account jan = parts.account("jan@poczta.pl");
        signIn(halina, "a secret");
        signIn(jan, "a secret");

        List<String> kept = parts.tables.unit().sql(connection -> {
            try (var select = connection.prepareStatement("SELECT secret_hash FROM identity_browser");
                    var row = select.executeQuery()) {
                List<String> found = new java.util.ArrayList<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });

        assertThat(kept).hasSize(2).doesNotHaveDuplicates().noneMatch(hash -> hash.contains("secret"));
    }

    private void signIn(Account account, String secret) {
        parts.usedBrowsers().signedIn(account.person(), secret, FIREFOX, Parts.HOME);
    }
}
