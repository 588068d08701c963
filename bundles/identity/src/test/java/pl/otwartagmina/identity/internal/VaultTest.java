package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String A = "a1".repeat(32);
    private static final String B = "b2".repeat(32);
    private static final String C = "c3".repeat(32);
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

    @Test
    void bytes_are_sealed_as_texts_are() {
        Vault vault = vault();
        byte[] scan = {1, 2, 3, 4, 5};
        byte[] sealed = vault.seal(Vault.Kind.SCAN, scan);

        assertThat(vault.open(Vault.Kind.SCAN, sealed)).isEqualTo(scan);
        assertThat(vault.isFresh(sealed)).isTrue();
        assertThatThrownBy(() -> vault.open(Vault.Kind.TOTP, sealed)).isInstanceOf(IllegalStateException.class);
        vault.addKey();
        assertThat(vault.isFresh(sealed)).isFalse();
        assertThat(vault.open(Vault.Kind.SCAN, sealed)).isEqualTo(scan);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(Vault.Kind.SCAN, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(Vault.Kind.SCAN, new byte[2])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_from_outside_encrypt_and_are_not_the_portals_to_change() {
        Path file = folder.resolve("none.keys");
        Vault vault = new Vault(file, outside("1:" + A + " 2:" + B));
        String sealed = vault.seal(Vault.Kind.PESEL, ROCH);

        assertThat(sealed).startsWith("2:");
        assertThat(new Vault(file, outside("1:" + A + "\n2:" + B + "\n3:" + C)))
                .satisfies(later ->
                        assertThat(later.open(Vault.Kind.PESEL, sealed)).isEqualTo(ROCH))
                .satisfies(later -> assertThat(later.isFresh(sealed)).isFalse());
        assertThat(vault.canAddKey()).isFalse();
        assertThat(vault.describe()).isEqualTo("key 2 of PORTAL_VAULT_KEYS");
        assertThatThrownBy(vault::addKey).isInstanceOf(IllegalStateException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void keys_move_out_of_the_file_all_together_or_not() throws Exception {
        Path file = folder.resolve("vault.keys");
        String sealed = vault().seal(Vault.Kind.PESEL, ROCH);
        String own = Files.readString(file);

        assertThatThrownBy(() -> new Vault(file, outside("1:" + A)))
                .hasMessageContaining("Key 1 of " + file + " is not in PORTAL_VAULT_KEYS");
        assertThat(new Vault(file, outside(own + "2:" + B)).open(Vault.Kind.PESEL, sealed))
                .isEqualTo(ROCH);
    }

    private static Optional<OutsideSecret> outside(String keys) {
        return Optional.of(new OutsideSecret("PORTAL_VAULT_KEYS", keys));
    }

    private Vault vault() {
        return new Vault(folder.resolve("vault.keys"));
    }
}
