package pl.otwartagmina.integration.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.api.module.AccessLevel;

class SettingsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("PORTAL_OIDC_SECRET_BIURO_1", "from outside");
    private static final Map<String, Object> LEAST = Map.of(
            "id", "biuro-1", "name", "Biuro", "issuer", "https://login.gmina.example/realms/a", "clientId", "portal");

    @TempDir
    private Path folder;

    @Test
    void the_least_that_must_be_said_is_enough() throws Exception {
        Settings settings = settings(Map.of());

        assertThat(settings.secret().getValue()).isEqualTo("from outside");
        assertThat(settings.level()).isEqualTo(AccessLevel.ACCOUNT);
        assertThat(settings.scopes().toStringList()).containsExactly("openid", "profile", "email");
        assertThat(settings.acrValues()).isEmpty();
        assertThat(settings.toString()).doesNotContain("from outside");
    }

    @Test
    void the_secret_can_be_in_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "from the file\n");
        assertThat(settings(Map.of("secret__file", file.toString())).secret().getValue())
                .isEqualTo("from the file");
    }

    @Test
    void authentication_contexts_are_parted_by_spaces() throws Exception {
        assertThat(settings(Map.of("acrValues", " high  higher ")).acrValues()).containsExactly("high", "higher");
    }

    @Test
    void without_a_secret_it_says_where_it_was_looked_for() {
        assertThatThrownBy(() -> Settings.of(config(Map.of()), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PORTAL_OIDC_SECRET_BIURO_1");
    }

    @ParameterizedTest
    @CsvSource({
        "id, Biuro",
        "id, a/b",
        "name, ' '",
        "issuer, http://login.gmina.example/",
        "issuer, ftp://127.0.0.1/",
        "issuer, https://user:word@login.gmina.example/",
        "issuer, login.gmina.example",
        "clientId, ' '",
        "scopes, profile",
        "level, VERIFIED",
        "peselClaim, pesel",
    })
    void a_wrong_setting_is_named(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"0", "10"})
    void the_provider_has_a_reasonable_time(int seconds) {
        assertThatThrownBy(() -> settings(Map.of("timeoutSeconds", seconds))).hasMessageContaining("timeoutSeconds");
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080/realms/a", "http://localhost/", "http://[::1]:80"})
    void a_provider_on_this_machine_needs_no_encryption(String issuer) throws Exception {
        assertThat(settings(Map.of("issuer", issuer)).issuer().getValue()).isEqualTo(issuer);
    }

    private static Settings settings(Map<String, Object> changes) throws IOException {
        return Settings.of(config(changes), ENVIRONMENT);
    }

    private static Config config(Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(LEAST);
        values.putAll(changes);
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
