package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.identity.internal.EmailChange.Answer;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class EmailChangeTest {
    private static final String OLD = "halina@poczta.pl";
    private static final String NEW = "Halina@nowa.pl";

    private final Parts parts;
    private final Account halina;
    private final EmailChange change;

    EmailChangeTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        halina = parts.account(OLD);
        change = parts.emailChange();
    }

    @Test
    void the_address_changes_once_both_have_agreed_whichever_comes_first() {
        for (boolean oldFirst : List.of(true, false)) {
            ask(halina, oldFirst ? NEW : OLD);
            List<String> links = links();

            assertThat(confirm(links.get(oldFirst ? 0 : 1))).isEqualTo(Answer.ONE_OF_TWO);
            assertThat(address()).contains(oldFirst ? OLD : NEW);
            assertThat(confirm(links.get(oldFirst ? 1 : 0))).isEqualTo(Answer.CHANGED);

            assertThat(address()).contains(oldFirst ? NEW : OLD);
            assertThat(parts.letters.get(2).to()).as("the old address is told").isEqualTo(oldFirst ? OLD : NEW);
            parts.letters.clear();
        }
        assertThat(parts.accounts.byName(OLD)).isPresent();
    }

    @Test
    void one_letter_goes_to_each_address() {
        ask(halina, NEW);

        assertThat(parts.letters).extracting(Letter::to).containsExactly(OLD, NEW);
        assertThat(change.waiting(halina)).contains(NEW);
    }

    @Test
    void a_link_alone_used_twice_is_not_both() {
        ask(halina, NEW);
        List<String> links = links();

        assertThat(confirm(links.get(1))).isEqualTo(Answer.ONE_OF_TWO);
        assertThat(confirm(links.get(1))).isEqualTo(Answer.GONE);
        assertThat(address()).contains(OLD);
    }

    @Test
    void links_are_good_for_a_day_and_older_ones_for_nothing() {
        ask(halina, NEW);
        List<String> first = links();
        parts.letters.clear();
        ask(halina, "inna@nowa.pl");
        List<String> second = links();

        assertThat(confirm(first.get(1))).as("of the address before").isEqualTo(Answer.GONE);
        assertThat(confirm("guessed")).isEqualTo(Answer.GONE);
        parts.clock.pass(Duration.ofHours(24));
        assertThat(confirm(second.get(1))).isEqualTo(Answer.GONE);
        assertThat(address()).contains(OLD);
    }

    @Test
    void an_address_that_has_an_account_gets_a_letter_that_changes_nothing() {
        parts.account("jan@poczta.pl");
        ask(halina, "Jan@poczta.pl");

        assertThat(parts.letters).hasSize(2);
        assertThat(parts.letters.get(1).text()).contains("emailTaken").doesNotContain("link=");
        assertThat(confirm(links().get(0))).isEqualTo(Answer.ONE_OF_TWO);
        assertThat(address()).contains(OLD);
    }

    @Test
    void an_address_taken_meanwhile_stays_where_it_is() {
        ask(halina, NEW);
        List<String> links = links();
        parts.account("halina@nowa.pl");

        assertThat(confirm(links.get(0))).isEqualTo(Answer.ONE_OF_TWO);
        assertThat(confirm(links.get(1))).isEqualTo(Answer.TAKEN);
        assertThat(address()).contains(OLD);
    }

    @Test
    void an_account_without_an_address_gets_one_by_the_new_one_alone() {
        Account roch = parts.accounts.add(
                new NewAccount(Optional.empty(), "Roch", "Apitz", People.usualLanguage()),
                Optional.empty(),
                Account.State.ACTIVE);
        ask(roch, "roch@poczta.pl");

        assertThat(parts.letters).hasSize(1);
        assertThat(confirm(links().get(0))).isEqualTo(Answer.CHANGED);
        assertThat(parts.accounts.find(roch.id()).orElseThrow().email()).contains("roch@poczta.pl");
    }

    @Test
    void letters_are_not_sent_without_end() {
        for (int i = 0; i < 5; i++) {
            ask(halina, NEW);
        }

        assertThat(change.ask(acting(halina), NEW)).isPresent();
        assertThat(parts.letters).hasSize(10);
    }

    private void ask(Account account, String email) {
        assertThat(change.ask(acting(account), email)).isEmpty();
    }

    private Answer confirm(String link) {
        return change.confirm(link, Parts.HOME);
    }

    private Optional<String> address() {
        return parts.accounts.find(halina.id()).orElseThrow().email();
    }

    private List<String> links() {
        return parts.letters.stream()
                .flatMap(letter -> Pattern.compile("link=([A-Za-z0-9_-]{32})")
                        .matcher(letter.text())
                        .results())
                .map(found -> found.group(1))
                .toList();
    }

    private static Acting acting(Account account) {
        return new Acting(Optional.of(account.person()), People.usualLanguage(), Parts.HOME);
    }
}
