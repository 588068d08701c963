package pl.otwartagmina.service.payments.internal.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.value.Money;

class AmountInWordsTest {
    private static final RuleBasedNumberFormat OTHERS =
            new RuleBasedNumberFormat(new ULocale("pl"), RuleBasedNumberFormat.SPELLOUT);

    @ParameterizedTest
    @CsvSource({
        "0.00, zero złotych 00/100",
        "0.01, zero złotych 01/100",
        "1.00, jeden złoty 00/100",
        "1.99, jeden złoty 99/100",
        "2.00, dwa złote 00/100",
        "4.05, cztery złote 05/100",
        "5.00, pięć złotych 00/100",
        "9.00, dziewięć złotych 00/100",
        "10.00, dziesięć złotych 00/100",
        "11.00, jedenaście złotych 00/100",
        "12.00, dwanaście złotych 00/100",
        "14.00, czternaście złotych 00/100",
        "15.00, piętnaście złotych 00/100",
        "16.00, szesnaście złotych 00/100",
        "19.00, dziewiętnaście złotych 00/100",
        "20.00, dwadzieścia złotych 00/100",
        "21.00, dwadzieścia jeden złotych 00/100",
        "22.25, dwadzieścia dwa złote 25/100",
        "25.00, dwadzieścia pięć złotych 00/100",
        "99.00, dziewięćdziesiąt dziewięć złotych 00/100",
        "100.00, sto złotych 00/100",
        "101.00, sto jeden złotych 00/100",
        "102.00, sto dwa złote 00/100",
        "112.00, sto dwanaście złotych 00/100",
        "122.00, sto dwadzieścia dwa złote 00/100",
        "131.00, sto trzydzieści jeden złotych 00/100",
        "200.00, dwieście złotych 00/100",
        "999.00, dziewięćset dziewięćdziesiąt dziewięć złotych 00/100",
        "1000.00, jeden tysiąc złotych 00/100",
        "1001.00, jeden tysiąc jeden złotych 00/100",
        "1002.00, jeden tysiąc dwa złote 00/100",
        "2000.00, dwa tysiące złotych 00/100",
        "5000.00, pięć tysięcy złotych 00/100",
        "12000.00, dwanaście tysięcy złotych 00/100",
        "21000.00, dwadzieścia jeden tysięcy złotych 00/100",
        "22022.22, dwadzieścia dwa tysiące dwadzieścia dwa złote 22/100",
        "101000.00, sto jeden tysięcy złotych 00/100",
        "999999.99, dziewięćset dziewięćdziesiąt dziewięć tysięcy dziewięćset dziewięćdziesiąt dziewięć złotych 99/100",
        "1000000.00, jeden milion złotych 00/100",
        "2000001.00, dwa miliony jeden złotych 00/100",
        "5000000.00, pięć milionów złotych 00/100",
        "1001000.00, jeden milion jeden tysiąc złotych 00/100",
        "13000000.00, trzynaście milionów złotych 00/100",
        "999999999.99, dziewięćset dziewięćdziesiąt dziewięć milionów dziewięćset dziewięćdziesiąt dziewięć tysięcy"
                + " dziewięćset dziewięćdziesiąt dziewięć złotych 99/100"
    })
    void every_boundary_is_spoken_as_a_clerk_would(String amount, String words) {
        assertThat(AmountInWords.of(Money.of(amount))).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000.00"})
    void other_amounts_are_not_spoken(String amount) {
        assertThatThrownBy(() -> AmountInWords.of(Money.of(amount))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_numbers_are_those_of_unicode(@ForAll @IntRange(max = 999_999_999) int zloty) {
        String number = AmountInWords.of(Money.ofGrosze(zloty * 100L)).replaceFirst(" złot\\S+ 00/100$", "");
        assertThat(bare(number)).isEqualTo(bare(OTHERS.format(zloty)));
    }

    /** Unicode says "tysiąc" and "milion" where forms want "jeden tysiąc". */
    private static String bare(String number) {
        return number.replaceAll("\\bjeden (?=tysiąc\\b|milion\\b)", "")
                .replace('\u00ad', ' ')
                .replace(" ", "");
    }
}
