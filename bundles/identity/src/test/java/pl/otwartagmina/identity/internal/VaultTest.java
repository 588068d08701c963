package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String ROCH = "87022243734";

    @TempDir
    private Path folder;

    @Test
    void what_was_sealed_is_opened_also_after_a_restart() {
        String sealed = vault().seal(Vault.Kind.PESEL, ROCH);

        assertThat(sealed).startsWith("1:").doesNotContain("87022243734");
        assertThat(vault().open(Vault.Kind.PESEL, sealed)).isEqualTo(ROCH);
    }

    @Test
    void a_text_of_one_kind_is_none_of_another() {
        String sealed = vault().seal(Vault.Kind.TOTP, "ABCD");

        assertThat(vault().open(Vault.Kind.TOTP, sealed)).isEqualTo("ABCD");
        assertThatThrownBy(() -> vault().open(Vault.Kind.PESEL, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_number_is_never_sealed_to_the_same_text() {
        Vault vault = vault();

        assertThat(vault.seal(Vault.Kind.PESEL, ROCH)).isNotEqualTo(vault.seal(Vault.Kind.PESEL, ROCH));
    }

    @Test
    void a_new_key_leaves_the_old_text_readable_and_tells_that_it_is_old() {
        Vault vault = vault();
        String old = vault.seal(Vault.Kind.PESEL, ROCH);

        vault.addKey();

        assertThat(vault.isFresh(old)).isFalse();
        assertThat(vault.open(Vault.Kind.PESEL, old)).isEqualTo(ROCH);
        assertThat(vault.seal(Vault.Kind.PESEL, ROCH)).startsWith("2:");
        assertThat(vault().open(Vault.Kind.PESEL, vault.seal(Vault.Kind.PESEL, ROCH)))
                .isEqualTo(ROCH);
    }

    @Test
    void a_changed_text_and_a_foreign_key_are_refused_without_the_number() {
        String sealed = vault().seal(Vault.Kind.PESEL, ROCH);
        String changed = sealed.substring(0, sealed.length() - 2) + (sealed.endsWith("AA") ? "BB" : "AA");
        Vault other = new Vault(folder.resolve("other.keys"));

        assertThatThrownBy(() -> vault().open(Vault.Kind.PESEL, changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(Vault.Kind.PESEL, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault().open(Vault.Kind.PESEL, "9:" + sealed.substring(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vault.keys");
    }

    @Test
    void only_the_owner_reads_the_keys_also_after_a_rotation() throws Exception {
        vault().addKey();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault.keys"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("vault.keys.new")).doesNotExist();
    }

    @Test
    void a_damaged_file_stops_the_start_and_is_left_alone() throws Exception {
        Path file = Files.writeString(folder.resolve("damaged"), "1:abcd\n");

        assertThatThrownBy(() -> new Vault(file)).hasMessageContaining("64 hexadecimal digits");
        assertThat(file).hasContent("1:abcd");
    }

    private Vault vault() {
        return new Vault(folder.resolve("vault.keys"));
    }
}
