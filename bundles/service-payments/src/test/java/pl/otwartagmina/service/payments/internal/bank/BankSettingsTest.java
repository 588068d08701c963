package pl.otwartagmina.service.payments.internal.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;

class BankSettingsTest {
    @Test
    void a_gmina_that_has_agreed_nothing_sets_nothing() {
        BankSettings settings = of(Map.of());
        assertThat(settings.virtualAccounts()).isEqualTo(VirtualAccounts.NONE);
        assertThat(settings.format()).isEqualTo(Mt940Format.USUAL);
    }

    @Test
    void what_is_agreed_is_read() {
        BankSettings settings = of(Map.of(
                "sortCode", "10901014",
                "masks", "waste 9998, real-estate 9999",
                "mt940Encoding", "windows-1250",
                "mt940VirtualAccount", "29"));
        assertThat(settings.virtualAccounts().masks()).isEqualTo(Map.of(Kind.WASTE, "9998", Kind.REAL_ESTATE, "9999"));
        assertThat(settings.format()).isEqualTo(new Mt940Format("windows-1250", Optional.of("29")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sortCode | 10901015 | masks | waste 9998 | check digit",
                "sortCode | 10901014 | masks | waste 99   | four digits",
                "sortCode | 10901014 | masks | smieci 9998 | smieci 9998",
                "sortCode | 10901014 | masks | '' | without masks",
                "mt940Encoding | EBCDIC-PL | masks | '' | EBCDIC-PL",
                "mt940VirtualAccount | 2x | masks | '' | two digits"
            })
    void a_line_that_cannot_be_read_is_named(String key, String value, String other, String masks, String why) {
        assertThatThrownBy(() -> of(Map.of(key, value, other, masks)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key + " = " + value)
                .hasMessageContaining(why);
    }

    private static BankSettings of(Map<String, Object> set) {
        return BankSettings.of(Settings.of(BankSettings.Config.class, set));
    }
}
