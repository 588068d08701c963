package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.identity.internal.AccountApplications.Outcome;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class AccountApplicationsTest {
    private final Parts parts;
    private final AccountApplications applications;
    private final Acting clerk;

    AccountApplicationsTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        applications = parts.applications();
        Account office = parts.account("urzad@poczta.pl");
        clerk = acting(parts.accounts.grant(office.id(), People.VERIFIER));
        parts.acts.clear();
    }

    @Test
    void a_grant_makes_an_account_that_is_entered_by_a_password_of_the_letter() throws Hashing.Busy {
        ask("halina@poczta.pl");
        AccountApplication one = applications.open(clerk).get(0);
        assertThat(one.message()).isEqualTo("Prowadzę koło gospodyń");
        assertThat(one.deadline()).isEqualTo(LocalDate.of(2026, 12, 6));

        assertThat(applications.grant(clerk, one)).isEqualTo(Outcome.DONE);

        assertThat(parts.letters).extracting(Letter::to).containsExactly("halina@poczta.pl", "halina@poczta.pl");
        parts.clock.pass(Duration.ofDays(6));
        assertThat(parts.registration().setForgotten(link(), Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isTrue();
        assertThat(parts.signIn().signIn("halina@poczta.pl", Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isInstanceOf(SignIn.Welcome.class);
        assertThat(applications.open(clerk)).isEmpty();
        assertThat(parts.acts)
                .extracting(AuditRecord::action)
                .contains("identity.application.ask", "identity.application.look", "identity.application.grant");
    }

    @Test
    void the_link_of_a_grant_is_good_for_seven_days() throws Hashing.Busy {
        ask("halina@poczta.pl");
        applications.grant(clerk, applications.open(clerk).get(0));

        parts.clock.pass(Duration.ofDays(7));

        assertThat(parts.registration().setForgotten(link(), Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isFalse();
    }

    @Test
    void a_refusal_is_answered_with_its_reason_and_the_next_application_is_free() {
        ask("halina@poczta.pl");

        assertThat(applications.refuse(clerk, applications.open(clerk).get(0), "Brak związku z gminą."))
                .isEqualTo(Outcome.DONE);

        assertThat(parts.letters.get(1).text()).contains("applicationRefused").contains("Brak związku z gminą.");
        assertThat(parts.accounts.byName("halina@poczta.pl")).isEmpty();
        ask("halina@poczta.pl");
        assertThat(applications.open(clerk)).hasSize(1);
    }

    @Test
    void of_two_decisions_the_first_counts() {
        ask("halina@poczta.pl");
        AccountApplication one = applications.open(clerk).get(0);
        applications.refuse(clerk, one, "Nie.");

        assertThat(applications.grant(clerk, one)).isEqualTo(Outcome.ALREADY);
        assertThat(applications.refuse(clerk, one, "Nie.")).isEqualTo(Outcome.ALREADY);
        assertThat(parts.accounts.byName("halina@poczta.pl")).isEmpty();
        assertThat(parts.letters).hasSize(2);
    }

    @Test
    void of_two_applications_for_an_address_one_waits_and_both_get_the_same_answer() {
        ask("halina@poczta.pl");
        ask("Halina@Poczta.pl");

        assertThat(applications.open(clerk)).hasSize(1);
        assertThat(parts.letters).hasSize(1);
    }

    @Test
    void an_address_that_has_an_account_gets_no_second_one_and_the_application_waits_for_a_refusal() {
        parts.account("halina@poczta.pl");
        ask("halina@poczta.pl");
        AccountApplication one = applications.open(clerk).get(0);

        assertThat(applications.grant(clerk, one)).isEqualTo(Outcome.ADDRESS_TAKEN);

        assertThat(applications.open(clerk)).as("nothing is half done").hasSize(1);
        assertThat(parts.letters).hasSize(1);
    }

    @Test
    void only_a_clerk_decides() {
        ask("halina@poczta.pl");
        AccountApplication one = applications.open(clerk).get(0);
        Acting stranger = acting(parts.account("obcy@poczta.pl"));

        assertThatThrownBy(() -> applications.grant(stranger, one)).isInstanceOf(IllegalStateException.class);
        assertThat(applications.open(clerk)).hasSize(1);
    }

    @Test
    void applications_do_not_come_without_end() {
        for (int i = 0; i < 10; i++) {
            ask("halina" + i + "@poczta.pl");
        }

        assertThat(applications.ask(Parts.newAccount("more@poczta.pl"), "", Parts.HOME))
                .isPresent();
    }

    private void ask(String email) {
        assertThat(applications.ask(Parts.newAccount(email), "Prowadzę koło gospodyń", Parts.HOME))
                .isEmpty();
    }

    private String link() {
        List<Letter> letters = parts.letters;
        Matcher link = Pattern.compile("link=([A-Za-z0-9_-]{32})")
                .matcher(letters.get(letters.size() - 1).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Acting acting(Account account) {
        return new Acting(Optional.of(account.person()), People.usualLanguage(), Parts.HOME);
    }
}
