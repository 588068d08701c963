package pl.otwartagmina.integration.payu.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointOfSaleTest {
    private static final Map<String, String> SECRETS =
            Map.of("PORTAL_PAYU_CLIENT_SECRET", "from environment", "PORTAL_PAYU_SECOND_KEY", "second");

    @TempDir
    private Path folder;

    /** The annotation as the container makes it: what is not said has its default, or is null. */
    static <A extends Annotation> A config(Class<A> type, Map<String, Object> said) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, none) -> {
            Object value = said.get(method.getName());
            return value == null ? method.getDefaultValue() : value;
        }));
    }

    @Test
    void a_number_and_two_secrets_are_enough() throws IOException {
        PointOfSale pos = PointOfSale.of(config(Config.class, Map.of("posId", "300746")), SECRETS);

        assertThat(pos.clientId()).isEqualTo("300746");
        assertThat(pos.clientSecret()).isEqualTo("from environment");
        assertThat(pos.base()).hasToString("https://secure.payu.com/");
        assertThat(pos.terms().manyAccounts()).isFalse();
        assertThat(pos.algorithms()).containsExactlyInAnyOrder("MD5", "SHA-256", "SHA-384", "SHA-512");
    }

    @Test
    void a_secret_of_a_file_comes_first_and_is_never_shown() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "of the file\n");
        PointOfSale pos = PointOfSale.of(
                config(Config.class, Map.of("posId", "300746", "clientSecret__file", file.toString())), SECRETS);

        assertThat(pos.clientSecret()).isEqualTo("of the file");
        assertThat(pos.toString()).isEqualTo("PointOfSale[300746]");
    }

    @ParameterizedTest
    @CsvSource({
        "posId, pos",
        "baseUrl, http://secure.payu.com",
        "algorithms, MD5 SHA-1",
        "algorithms, ''",
        "timeoutSeconds, 20"
    })
    void a_wrong_setting_is_named(String setting, String value) {
        Map<String, Object> said = new HashMap<>(Map.of("posId", "300746"));
        said.put(setting, setting.equals("timeoutSeconds") ? Integer.valueOf(value) : value);

        assertThatThrownBy(() -> PointOfSale.of(config(Config.class, said), SECRETS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting);
    }

    @Test
    void nothing_works_without_secrets() {
        assertThatThrownBy(() -> PointOfSale.of(config(Config.class, Map.of("posId", "300746")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clientSecret_file")
                .hasMessageContaining("PORTAL_PAYU_CLIENT_SECRET");
        assertThatThrownBy(() -> PointOfSale.of(config(Config.class, Map.of()), SECRETS))
                .hasMessageContaining("posId");
    }
}
