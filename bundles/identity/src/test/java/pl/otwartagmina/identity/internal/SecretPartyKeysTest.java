package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Pesel;

class SecretPartyKeysTest {
    private static final Pesel ROCH = new Pesel("87022243734");
    private static final Pesel OTHER = new Pesel("44051401359");

    @TempDir
    private Path folder;

    @Test
    void the_same_number_has_the_same_key_after_a_restart() {
        Path file = folder.resolve("secrets/party.key");
        assertThat(new SecretPartyKeys(file).of(ROCH)).isEqualTo(new SecretPartyKeys(file).of(ROCH));
    }

    @Test
    void people_companies_and_portals_do_not_share_keys() {
        SecretPartyKeys keys = new SecretPartyKeys(folder.resolve("a"));
        SecretPartyKeys elsewhere = new SecretPartyKeys(folder.resolve("b"));
        assertThat(keys.of(ROCH))
                .isNotEqualTo(keys.of(OTHER))
                .isNotEqualTo(keys.of(new Nip("1234563218")))
                .isNotEqualTo(elsewhere.of(ROCH));
    }

    @Test
    void only_the_owner_reads_the_secret() throws Exception {
        Path file = folder.resolve("secrets/party.key");
        new SecretPartyKeys(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_damaged_secret_stops_the_start_and_is_left_alone() throws Exception {
        Path file = Files.writeString(folder.resolve("damaged"), "abcd");
        assertThatThrownBy(() -> new SecretPartyKeys(file)).hasMessageContaining("64 hexadecimal digits");
        assertThat(file).hasContent("abcd");
    }

    @Test
    void a_secret_from_outside_takes_the_place_of_the_file_and_must_be_the_same() throws Exception {
        Path file = folder.resolve("secrets/party.key");
        OutsideSecret other = new OutsideSecret("PORTAL_PARTY_KEY", "a1".repeat(32));
        SecretPartyKeys outside = new SecretPartyKeys(file, Optional.of(other));

        assertThat(outside.of(ROCH)).isEqualTo(new SecretPartyKeys(file, Optional.of(other)).of(ROCH));
        assertThat(file).doesNotExist();
        SecretPartyKeys own = new SecretPartyKeys(file);
        assertThatThrownBy(() -> new SecretPartyKeys(file, Optional.of(other)))
                .hasMessageContaining("PORTAL_PARTY_KEY is not the secret of " + file);
        OutsideSecret same = new OutsideSecret("PORTAL_PARTY_KEY", Files.readString(file));
        assertThat(new SecretPartyKeys(file, Optional.of(same)).of(ROCH)).isEqualTo(own.of(ROCH));
    }
}
