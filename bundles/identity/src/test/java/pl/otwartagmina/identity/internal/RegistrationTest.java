package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class RegistrationTest {
    private static final String ADDRESS = "halina@poczta.pl";
    private static final Pattern LINK =
            Pattern.compile("https://portal\\.modrzewiny\\.example/e/identity/(\\w+)\\?link=([\\w-]+)");

    private final Parts parts;
    private final Registration registration;

    RegistrationTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        registration = parts.registration();
    }

    @Test
    void a_new_account_works_once_its_link_was_opened() throws Exception {
        registration.register(Parts.newAccount(ADDRESS), Parts.PASSWORD.toCharArray(), Parts.HOME);
        assertThat(signIn(Parts.PASSWORD)).isInstanceOf(SignIn.NotConfirmed.class);

        assertThat(registration.confirm(secret("confirm"), Parts.HOME)).isPresent();

        assertThat(signIn(Parts.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void a_link_is_good_once_and_for_a_day() throws Exception {
        registration.register(Parts.newAccount(ADDRESS), Parts.PASSWORD.toCharArray(), Parts.HOME);
        String secret = secret("confirm");
        parts.clock.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(registration.confirm(secret, Parts.HOME)).isPresent();
        assertThat(registration.confirm(secret, Parts.HOME)).isEmpty();

        registration.register(Parts.newAccount("jan@poczta.pl"), Parts.PASSWORD.toCharArray(), Parts.HOME);
        parts.clock.pass(Duration.ofHours(24));
        assertThat(registration.confirm(secret("confirm"), Parts.HOME)).isEmpty();
    }

    @Test
    void from_one_address_come_so_many_in_an_hour() throws Exception {
        Registration strict = parts.registration(2);
        for (String address : List.of("a@poczta.pl", "b@poczta.pl")) {
            assertThat(strict.register(Parts.newAccount(address), Parts.PASSWORD.toCharArray(), Parts.HOME))
                    .isEmpty();
        }
        assertThat(strict.register(Parts.newAccount(ADDRESS), Parts.PASSWORD.toCharArray(), Parts.HOME))
                .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(30)));
        assertThat(signIn(Parts.PASSWORD)).isInstanceOf(SignIn.Refused.class);

        parts.clock.pass(Duration.ofMinutes(30));
        assertThat(strict.register(Parts.newAccount(ADDRESS), Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isEmpty();
    }

    @Test
    void a_link_of_one_purpose_is_not_good_for_another() throws Exception {
        registration.register(Parts.newAccount(ADDRESS), Parts.PASSWORD.toCharArray(), Parts.HOME);

        assertThat(registration.setForgotten(secret("confirm"), "inne dobre hasło".toCharArray(), Parts.HOME))
                .isFalse();
        assertThat(registration.confirm("guessed", Parts.HOME)).isEmpty();
    }

    @Test
    void who_registers_again_before_confirming_gets_a_new_link_and_the_new_password() throws Exception {
        registration.register(Parts.newAccount(ADDRESS), "pierwsze hasło tu".toCharArray(), Parts.HOME);
        String first = secret("confirm");
        registration.register(Parts.newAccount(ADDRESS), Parts.PASSWORD.toCharArray(), Parts.HOME);

        assertThat(registration.confirm(first, Parts.HOME)).isEmpty();
        assertThat(registration.confirm(secret("confirm"), Parts.HOME)).isPresent();
        assertThat(signIn("pierwsze hasło tu")).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn(Parts.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void an_address_with_an_account_keeps_its_password_and_is_told_by_letter_only() throws Exception {
        parts.account(ADDRESS);

        assertThat(registration.register(
                        Parts.newAccount("HALINA@poczta.pl"), "inne dobre hasło".toCharArray(), Parts.HOME))
                .isEmpty();

        assertThat(parts.letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains("letter.known"))
                .extracting(Letter::to)
                .isEqualTo(ADDRESS);
        assertThat(signIn(Parts.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn("inne dobre hasło")).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void from_one_address_come_twenty_registrations_at_once() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(registration.register(
                            Parts.newAccount("a" + i + "@poczta.pl"), Parts.PASSWORD.toCharArray(), Parts.HOME))
                    .isEmpty();
        }

        assertThat(registration.register(Parts.newAccount("b@poczta.pl"), Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isPresent();
        assertThat(parts.accounts.byName("b@poczta.pl")).isEmpty();
    }

    @Test
    void a_forgotten_password_is_set_by_the_link_and_signs_out_everywhere() throws Exception {
        Account account = parts.account(ADDRESS);

        registration.forgot("H.Wisniewska", Parts.HOME);
        registration.close();
        assertThat(parts.letters.get(0).text()).contains("h.wisniewska");
        assertThat(registration.setForgotten(secret("password"), "inne dobre hasło".toCharArray(), Parts.HOME))
                .isTrue();

        assertThat(signIn("inne dobre hasło")).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn(Parts.PASSWORD)).isInstanceOf(SignIn.Refused.class);
        assertThat(parts.sessions.ended).containsExactly(account.id() + " all but ''");
        assertThat(parts.letters.get(1).subject()).contains("letter.changed");
    }

    @Test
    void nobody_is_written_to_about_an_unknown_name() throws Exception {
        registration.forgot("nobody@poczta.pl", Parts.HOME);
        registration.close();

        assertThat(parts.letters).isEmpty();
    }

    @Test
    void the_old_password_is_asked_for_a_change_and_other_browsers_are_signed_out() throws Exception {
        Account account = parts.account(ADDRESS);
        Acting acting = new Acting(Optional.of(account.person()), Locale.ROOT, Parts.HOME);

        assertThat(registration.change(acting, "wrong".toCharArray(), "inne dobre hasło".toCharArray()))
                .isEqualTo(PasswordCheck.Answer.WRONG);
        assertThat(registration.change(acting, Parts.PASSWORD.toCharArray(), "inne dobre hasło".toCharArray()))
                .isEqualTo(PasswordCheck.Answer.RIGHT);

        assertThat(signIn("inne dobre hasło")).isInstanceOf(SignIn.Welcome.class);
        assertThat(parts.sessions.ended).containsExactly(account.id() + " all but 'session-1'");
    }

    @Test
    void whoever_sits_at_an_open_browser_cannot_guess_the_old_password_for_ever() throws Exception {
        Account account = parts.account(ADDRESS);
        Acting acting = new Acting(Optional.of(account.person()), Locale.ROOT, Parts.HOME);
        for (int i = 0; i < 5; i++) {
            registration.change(acting, "wrong".toCharArray(), "inne dobre hasło".toCharArray());
        }

        assertThat(registration.change(acting, Parts.PASSWORD.toCharArray(), "inne dobre hasło".toCharArray()))
                .isEqualTo(PasswordCheck.Answer.TOO_MANY);
    }

    private SignIn.Result signIn(String password) {
        return parts.signIn().signIn(ADDRESS, password.toCharArray(), Parts.HOME);
    }

    /** Of the last letter. */
    private String secret(String view) {
        Matcher link = LINK.matcher(parts.letters.get(parts.letters.size() - 1).text());
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(view);
        return link.group(2);
    }
}
