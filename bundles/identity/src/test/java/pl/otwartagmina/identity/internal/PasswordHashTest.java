package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final PasswordHash.Strength CHEAP = new PasswordHash.Strength(64, 1, 1);

    @Test
    void the_password_fits_and_no_other() {
        PasswordHash hash = PasswordHash.of("zielony rower".toCharArray(), CHEAP);

        assertThat(hash.fits("zielony rower".toCharArray())).isTrue();
        assertThat(hash.fits("zielony rowek".toCharArray())).isFalse();
        assertThat(hash.fits(new char[0])).isFalse();
    }

    @Test
    void letters_of_every_language_count() {
        PasswordHash hash = PasswordHash.of("żółta łódź їжак".toCharArray(), CHEAP);

        assertThat(hash.fits("żółta łódź їжак".toCharArray())).isTrue();
        assertThat(hash.fits("zolta lodz їжак".toCharArray())).isFalse();
    }

    @Test
    void the_text_form_is_read_back() {
        PasswordHash hash = PasswordHash.of("zielony rower".toCharArray(), PasswordHash.Strength.USUAL);

        assertThat(hash.toString()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PasswordHash.parse(hash.toString()).fits("zielony rower".toCharArray()))
                .isTrue();
    }

    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 -e}. */
    @Test
    void a_hash_of_the_reference_implementation_fits() {
        PasswordHash hash = PasswordHash.parse(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(hash.fits("password".toCharArray())).isTrue();
    }

    @Test
    void two_people_with_one_password_have_two_hashes() {
        assertThat(PasswordHash.of("zielony rower".toCharArray(), CHEAP).toString())
                .isNotEqualTo(
                        PasswordHash.of("zielony rower".toCharArray(), CHEAP).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA",
                "$argon2id$v=16$m=64,t=1,p=1$AAAA$AAAA",
                "$argon2id$v=19$m=99999999,t=1,p=1$AAAA$AAAA"
            })
    void other_texts_are_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a hash of Argon2id");
    }

    @Test
    void nobody_has_no_password_at_all() throws Hashing.Busy {
        Hashing hashing = new Hashing(CHEAP, 1, Duration.ofSeconds(1));

        assertThat(hashing.fits("nobody".toCharArray(), Optional.empty())).isFalse();
    }

    @Test
    void a_stronger_setting_makes_hashes_outdated() {
        Hashing stronger = new Hashing(new PasswordHash.Strength(128, 1, 1), 1, Duration.ofSeconds(1));

        assertThat(stronger.isOutdated(PasswordHash.of("zielony rower".toCharArray(), CHEAP)))
                .isTrue();
    }
}
