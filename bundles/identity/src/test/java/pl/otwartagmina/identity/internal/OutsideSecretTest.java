package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideSecretTest {
    private static final String NAME = "PORTAL_VAULT_KEYS";

    @TempDir
    Path folder;

    @Test
    void it_comes_from_a_variable_or_from_the_file_that_another_one_leads_to() throws IOException {
        Path file = Files.writeString(folder.resolve("credential"), "  1:abc\n");

        assertThat(OutsideSecret.of(NAME, Map.of())).isEmpty();
        assertThat(OutsideSecret.of(NAME, Map.of(NAME, "", NAME + "_FILE", ""))).isEmpty();
        assertThat(OutsideSecret.of(NAME, Map.of(NAME, " 1:abc ")))
                .contains(new OutsideSecret(NAME, "1:abc"))
                .get()
                .asString()
                .doesNotContain("abc");
        assertThat(OutsideSecret.of(NAME, Map.of(NAME + "_FILE", file.toString())))
                .get()
                .satisfies(secret -> {
                    assertThat(secret.text()).isEqualTo("1:abc");
                    assertThat(secret.source()).contains(file.toString(), "PORTAL_VAULT_KEYS_FILE");
                });
    }

    @Test
    void what_is_given_twice_or_not_at_all_stops_the_start() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        assertThatThrownBy(() -> OutsideSecret.of(NAME, Map.of(NAME, "1:abc", NAME + "_FILE", empty.toString())))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> OutsideSecret.of(NAME, Map.of(NAME + "_FILE", empty.toString())))
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> OutsideSecret.of(NAME, Map.of(NAME + "_FILE", folder.resolve("none") + "")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("PORTAL_VAULT_KEYS_FILE");
    }
}
