package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.identity.internal.PasswordRule.Fault;

class PasswordRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"zielony rower w deszczu", "abcdefghi1", "Ёжик в тумане"})
    void long_ones_are_taken_whatever_their_letters(String password) {
        assertThat(PasswordRule.faultOf(password.toCharArray(), "ak@poczta.pl", "Anna", "Kowalska"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', TOO_SHORT",
        "123456789, TOO_SHORT",
        "1234567890, TOO_SIMPLE",
        "QWERTYUIOP, TOO_SIMPLE",
        "aaaaaaaaaaaa, TOO_SIMPLE",
        "abababababab, TOO_SIMPLE",
        "kowalska2026!, PERSONAL",
        "moja-ANNA-1234, PERSONAL",
        "anna.kow1970xx, PERSONAL"
    })
    void others_are_refused_with_the_reason(String password, Fault fault) {
        assertThat(PasswordRule.faultOf(password.toCharArray(), "anna.kow@poczta.pl", "Anna", "Kowalska"))
                .contains(fault);
    }

    @Test
    void of_128_characters_but_not_of_129() {
        String long128 = "abcdefgh".repeat(16);

        assertThat(PasswordRule.faultOf(long128.toCharArray(), "ak@poczta.pl", "Anna", "Kowalska"))
                .isEmpty();
        assertThat(PasswordRule.faultOf((long128 + "x").toCharArray(), "ak@poczta.pl", "Anna", "Kowalska"))
                .contains(Fault.TOO_LONG);
    }

    @Test
    void a_name_of_two_letters_forbids_nothing() {
        assertThat(PasswordRule.faultOf("zielony rower".toCharArray(), "x@poczta.pl", "Li", "Wu"))
                .isEmpty();
    }
}
