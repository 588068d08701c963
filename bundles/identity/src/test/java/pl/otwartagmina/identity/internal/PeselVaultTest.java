package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.value.Pesel;

class PeselVaultTest {
    private static final Pesel ROCH = new Pesel("87022243734");

    @TempDir
    private Path folder;

    @Test
    void what_was_sealed_is_opened_also_after_a_restart() {
        String sealed = vault().seal(ROCH);

        assertThat(sealed).startsWith("1:").doesNotContain("87022243734");
        assertThat(vault().open(sealed)).isEqualTo(ROCH);
    }

    @Test
    void the_same_number_is_never_sealed_to_the_same_text() {
        PeselVault vault = vault();

        assertThat(vault.seal(ROCH)).isNotEqualTo(vault.seal(ROCH));
    }

    @Test
    void a_new_key_leaves_the_old_text_readable_and_tells_that_it_is_old() {
        PeselVault vault = vault();
        String old = vault.seal(ROCH);

        vault.addKey();

        assertThat(vault.isFresh(old)).isFalse();
        assertThat(vault.open(old)).isEqualTo(ROCH);
        assertThat(vault.seal(ROCH)).startsWith("2:");
        assertThat(vault().open(vault.seal(ROCH))).isEqualTo(ROCH);
    }

    @Test
    void a_changed_text_and_a_foreign_key_are_refused_without_the_number() {
        String sealed = vault().seal(ROCH);
        String changed = sealed.substring(0, sealed.length() - 2) + (sealed.endsWith("AA") ? "BB" : "AA");
        PeselVault other = new PeselVault(folder.resolve("other.keys"));

        assertThatThrownBy(() -> vault().open(changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault().open("9:" + sealed.substring(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pesel.keys");
    }

    @Test
    void only_the_owner_reads_the_keys_also_after_a_rotation() throws Exception {
        vault().addKey();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pesel.keys"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("pesel.keys.new")).doesNotExist();
    }

    @Test
    void a_damaged_file_stops_the_start_and_is_left_alone() throws Exception {
        Path file = Files.writeString(folder.resolve("damaged"), "1:abcd\n");

        assertThatThrownBy(() -> new PeselVault(file)).hasMessageContaining("64 hexadecimal digits");
        assertThat(file).hasContent("1:abcd");
    }

    private PeselVault vault() {
        return new PeselVault(folder.resolve("pesel.keys"));
    }
}
