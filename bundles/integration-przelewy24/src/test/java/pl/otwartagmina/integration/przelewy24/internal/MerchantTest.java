package pl.otwartagmina.integration.przelewy24.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantTest {
    private static final Map<String, String> SECRETS =
            Map.of("PORTAL_P24_REPORTS_KEY", "reports", "PORTAL_P24_CRC", "crc");

    /** The annotation as the container makes it: what is not said has its default, or is null. */
    private static <A extends Annotation> A config(Class<A> type, Map<String, Object> said) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, none) -> {
            Object value = said.get(method.getName());
            return value == null ? method.getDefaultValue() : value;
        }));
    }

    @Test
    void a_number_an_address_and_two_secrets_are_enough() throws IOException {
        Merchant merchant =
                Merchant.of(config(Config.class, Map.of("merchantId", "999999", "email", "urzad@gmina.pl")), SECRETS);

        assertThat(merchant.posId()).isEqualTo(999_999);
        assertThat(merchant.base()).hasToString("https://secure.przelewy24.pl/");
        assertThat(merchant.authorization()).isEqualTo("Basic OTk5OTk5OnJlcG9ydHM=");
        assertThat(merchant.terms().manyAccounts()).isFalse();
        assertThat(merchant.toString()).isEqualTo("Merchant[999999]");
    }

    @ParameterizedTest
    @CsvSource({
        "merchantId, shop",
        "merchantId, ''",
        "posId, shop",
        "email, urzad",
        "email, ''",
        "baseUrl, http://secure.przelewy24.pl"
    })
    void a_wrong_setting_is_named(String setting, String value) {
        Map<String, Object> said = new HashMap<>(Map.of("merchantId", "999999", "email", "urzad@gmina.pl"));
        said.put(setting, value);

        assertThatThrownBy(() -> Merchant.of(config(Config.class, said), SECRETS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting);
    }

    @Test
    void nothing_works_without_secrets() {
        assertThatThrownBy(() -> Merchant.of(
                        config(Config.class, Map.of("merchantId", "999999", "email", "urzad@gmina.pl")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PORTAL_P24_REPORTS_KEY");
    }
}
