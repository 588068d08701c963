package pl.otwartagmina.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "44051401359, 1944-05-14",
        "00301202868, 2000-10-12",
        "02211307589, 2002-01-13",
        "87022243734, 1987-02-22"
    })
    void a_pesel_tells_the_day_of_birth(String digits, LocalDate birth) {
        assertThat(new Pesel(digits).birthDate()).isEqualTo(birth);
    }

    @ParameterizedTest
    @CsvSource({
        "44051401358, CHECK_DIGIT",
        "92041903791, CHECK_DIGIT",
        "02381307589, DATE",
        "00000000000, DATE",
        "4405140135, SHAPE",
        "4405140135a, SHAPE"
    })
    void a_wrong_pesel_is_refused_with_its_fault(String digits, InvalidNumber.Fault fault) {
        assertThatThrownBy(() -> new Pesel(digits))
                .isInstanceOfSatisfying(
                        InvalidNumber.class, e -> assertThat(e.fault()).isEqualTo(fault))
                .hasMessageNotContaining(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234563218", "8567346215", "5931423811"})
    void a_right_nip_is_taken(String digits) {
        assertThat(new Nip(digits)).hasToString(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8567346216", "1234563214", "0000002000", "0000000000", "123-456-32-18"})
    void a_wrong_nip_is_refused(String digits) {
        assertThatThrownBy(() -> new Nip(digits)).isInstanceOf(InvalidNumber.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"61109010140000071219812874", "34999999991234567890123456"})
    void a_right_account_is_taken(String digits) {
        assertThat(new Nrb(digits).digits()).isEqualTo(digits);
    }

    @Property
    void the_check_digits_of_an_account_are_found_and_no_single_wrong_digit_passes(
            @ForAll @NumericChars @StringLength(24) String bban) {
        String good = Nrb.ofBban(bban).digits();
        char last = good.charAt(25);
        String bad = good.substring(0, 25) + (last == '9' ? '0' : (char) (last + 1));
        assertThatThrownBy(() -> new Nrb(bad)).isInstanceOf(InvalidNumber.class);
    }

    @ParameterizedTest
    @CsvSource({"61109010140000071219812874, 61 1090 1014 0000 0712 1981 2874"})
    void an_account_is_written_in_groups(String digits, String grouped) {
        assertThat(new Nrb(digits).grouped()).isEqualTo(grouped);
    }
}
