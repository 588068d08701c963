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
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class PairingTest {
    private static final String NAME = "halina@poczta.pl";
    private static final Origin PHONE = new Origin("198.51.100.7", "session-phone");

    private final Parts parts;
    private final Acting acting;
    private final Pairing pairing;

    PairingTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        acting = new Acting(Optional.of(parts.account(NAME).person()), Locale.ROOT, Parts.HOME);
        pairing = parts.pairing();
    }

    private Pairing.Pin expect() {
        try {
            return pairing.expect(acting);
        } catch (Hashing.Busy busy) {
            throw new IllegalStateException(busy);
        }
    }

    private String pairingPin() {
        return expect().digits();
    }

    private static String other(String pin) {
        return pin.equals("000000") ? "111111" : "000000";
    }

    @Test
    void the_pin_for_pairing_is_good_once_and_typed_with_spaces_too() {
        String pin = pairingPin();
        assertThat(pin).matches("[0-9]{6}");

        assertThat(pairing.claim("H.Wisniewska", pin.substring(0, 3) + " " + pin.substring(3), PHONE))
                .isInstanceOf(Pairing.Granted.class);
        assertThat(pairing.claim(NAME, pin, PHONE)).isInstanceOf(Pairing.NotGranted.class);
        assertThat(pairing.isExpected(acting)).isFalse();
    }

    @Test
    void the_pin_for_pairing_is_good_for_ten_minutes() {
        Pairing.Pin pin = expect();
        parts.clock.pass(Duration.ofMinutes(4));
        assertThat(pairing.left(pin)).isEqualTo(Duration.ofMinutes(6));
        parts.clock.pass(Duration.ofMinutes(6));

        assertThat(pairing.isExpected(acting)).isFalse();
        assertThat(pairing.claim(NAME, pin.digits(), PHONE)).isInstanceOf(Pairing.NotGranted.class);
    }

    @Test
    void a_new_pin_takes_the_place_of_the_one_before_and_may_be_taken_back() {
        String first = pairingPin();
        String second = pairingPin();
        if (!first.equals(second)) {
            assertThat(pairing.claim(NAME, first, PHONE)).isInstanceOf(Pairing.NotGranted.class);
        }
        pairing.expectNone(acting);

        assertThat(pairing.claim(NAME, second, PHONE)).isInstanceOf(Pairing.NotGranted.class);
    }

    @Test
    void after_five_tries_even_the_right_pin_pairs_nothing() {
        String pin = pairingPin();
        for (int i = 0; i < 5; i++) {
            assertThat(pairing.claim(NAME, other(pin), PHONE)).isInstanceOf(Pairing.NotGranted.class);
        }
        parts.clock.pass(Duration.ofMinutes(2));

        assertThat(pairing.claim(NAME, pin, PHONE)).isInstanceOf(Pairing.NotGranted.class);
    }

    @Test
    void of_many_guesses_at_once_no_more_than_five_are_looked_at() throws Exception {
        String pin = pairingPin();
        List<Pairing.Claim> answers =
                AtOnce.of(200, i -> pairing.claim(NAME, other(pin), new Origin("198.51.100." + i, "")));

        assertThat(answers).filteredOn(Pairing.NotGranted.class::isInstance).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void unknown_names_get_the_same_answer_and_are_slowed_down_alike() {
        expect();
        for (int i = 0; i < 5; i++) {
            assertThat(pairing.claim("nobody@poczta.pl", "123456", PHONE))
                    .isEqualTo(pairing.claim(NAME, "wrong", PHONE));
        }

        assertThat(pairing.claim("nobody@poczta.pl", "123456", PHONE))
                .isEqualTo(pairing.claim(NAME, "wrong", PHONE))
                .isInstanceOf(Pairing.Later.class);
    }

    @Test
    void a_known_and_an_unknown_name_both_take_a_turn_at_hashing() {
        parts.hashing = new Hashing(Parts.CHEAP, 0, Duration.ofMillis(1));
        Pairing busy = parts.pairing();

        assertThat(busy.claim(NAME, "123456", PHONE)).isEqualTo(new Pairing.Later(Duration.ofMillis(1)));
        assertThat(busy.claim("nobody@poczta.pl", "123456", PHONE)).isEqualTo(new Pairing.Later(Duration.ofMillis(1)));
    }

    @Test
    void guesses_at_the_pin_count_with_those_at_the_password() {
        expect();
        for (int i = 0; i < 5; i++) {
            pairing.claim(NAME, "wrong", PHONE);
        }

        assertThat(parts.signIn().signIn(NAME, Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isInstanceOf(pl.otwartagmina.api.identity.SignIn.Later.class);
    }
}
