package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class SecondFactorsTest {
    private final Parts parts;
    private final Account account;
    private final Acting acting;
    private final SecondFactors factors;
    private final Totp app = Totp.random();

    SecondFactorsTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        account = parts.account("halina@poczta.pl");
        acting = new Acting(Optional.of(account.person()), Locale.ROOT, Parts.HOME);
        factors = parts.secondFactors();
    }

    private List<String> turnOn() {
        List<String> paper = factors.turnOn(acting, app, code()).orElseThrow();
        nextCode();
        return paper;
    }

    private void nextCode() {
        parts.clock.pass(Duration.ofSeconds(30));
    }

    private String code() {
        return app.code(parts.clock.instant());
    }

    @Test
    void it_is_on_only_once_the_app_has_proved_that_it_knows_the_secret() {
        assertThat(factors.turnOn(acting, app, "000000".equals(code()) ? "111111" : "000000"))
                .isEmpty();
        assertThat(factors.isOn(account.id())).isFalse();

        assertThat(turnOn()).hasSize(10).doesNotHaveDuplicates();
        assertThat(factors.isOn(account.id())).isTrue();
    }

    @Test
    void the_password_alone_is_not_enough_any_more() {
        turnOn();
        SignIn signIn = parts.signIn();

        String ticket = ticket(signIn);

        assertThat(signIn.secondFactor(ticket, "123", Parts.HOME)).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn.secondFactor("guessed", code(), Parts.HOME)).isInstanceOf(SignIn.TooLate.class);
        assertThat(signIn.secondFactor(ticket, code(), Parts.HOME)).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn.secondFactor(ticket, code(), Parts.HOME)).isInstanceOf(SignIn.TooLate.class);
    }

    @Test
    void a_code_is_good_once_and_a_ticket_for_five_minutes() {
        turnOn();
        SignIn signIn = parts.signIn();
        String used = code();
        assertThat(signIn.secondFactor(ticket(signIn), used, Parts.HOME)).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn.secondFactor(ticket(signIn), used, Parts.HOME)).isInstanceOf(SignIn.Refused.class);

        String ticket = ticket(signIn);
        parts.clock.pass(Duration.ofMinutes(5));
        assertThat(signIn.secondFactor(ticket, code(), Parts.HOME)).isInstanceOf(SignIn.TooLate.class);
    }

    @Test
    void a_code_on_paper_works_once_with_and_without_its_hyphen() {
        List<String> paper = turnOn();
        SignIn signIn = parts.signIn();
        String typed =
                paper.get(0).substring(0, 5) + "-" + paper.get(0).substring(5).toUpperCase(Locale.ROOT);

        assertThat(signIn.secondFactor(ticket(signIn), typed, Parts.HOME)).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn.secondFactor(ticket(signIn), paper.get(0), Parts.HOME))
                .isInstanceOf(SignIn.Refused.class);
        assertThat(signIn.secondFactor(ticket(signIn), paper.get(1), Parts.HOME))
                .isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void whoever_has_the_password_cannot_guess_codes_without_end() {
        turnOn();
        SignIn signIn = parts.signIn();
        int looked = 0;
        for (int i = 0; i < 20; i++) {
            SignIn.Result password = signIn.signIn("halina@poczta.pl", Parts.PASSWORD.toCharArray(), Parts.HOME);
            if (password instanceof SignIn.SecondFactor second
                    && signIn.secondFactor(second.ticket(), "x" + i, Parts.HOME) instanceof SignIn.Refused) {
                looked++;
            }
        }

        assertThat(looked).isLessThanOrEqualTo(5);
    }

    @Test
    void it_is_turned_off_by_a_code_only_and_may_be_turned_on_anew() {
        turnOn();

        assertThat(factors.turnOff(acting, "wrong")).isFalse();
        assertThat(factors.turnOff(acting, code())).isTrue();

        assertThat(parts.signIn().signIn("halina@poczta.pl", Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isInstanceOf(SignIn.Welcome.class);
        nextCode();
        assertThat(turnOn()).hasSize(10);
    }

    @Test
    void whoever_finds_an_open_browser_cannot_put_another_app_in_its_place() {
        turnOn();
        Totp other = Totp.random();

        assertThat(factors.turnOn(acting, other, other.code(parts.clock.instant())))
                .isEmpty();
        SignIn signIn = parts.signIn();
        assertThat(signIn.secondFactor(ticket(signIn), code(), Parts.HOME)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void after_a_rotation_of_keys_the_app_still_works() {
        turnOn();

        assertThat(parts.people().rotateKey().count()).isEqualTo(1);

        SignIn signIn = parts.signIn();
        assertThat(signIn.secondFactor(ticket(signIn), code(), Parts.HOME)).isInstanceOf(SignIn.Welcome.class);
    }

    private static String ticket(SignIn signIn) {
        return ((SignIn.SecondFactor) signIn.signIn("halina@poczta.pl", Parts.PASSWORD.toCharArray(), Parts.HOME))
                .ticket();
    }
}
