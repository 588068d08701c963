package pl.otwartagmina.integration.logingov.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.integration.logingov.internal.xml.KeyRing;
import pl.otwartagmina.integration.logingov.simulator.Identity;

/** The files of the operator. */
class ConfigurationTest {
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    private Path folder;

    private final Identity signing = Identity.elliptic("portal signing");
    private final Identity encryption = Identity.elliptic("portal encryption");

    @BeforeEach
    void write() throws IOException {
        Identity.store(store(), "secret", signing, encryption);
        Files.writeString(
                certificates(),
                Identity.elliptic("old").pem() + Identity.elliptic("new").pem());
    }

    @Test
    void the_name_of_its_file_is_not_taken_for_one_of_several_instances() {
        assertThat(LoginGovPl.PID).doesNotContain("-", "~");
    }

    @Test
    void keys_and_certificates_are_read() throws IOException {
        KeyRing keys = KeyRing.load(store(), PASSWORD, "signing", "encryption", certificates());

        assertThat(keys.signing().key()).isEqualTo(signing.key());
        assertThat(keys.decryption().certificate()).isEqualTo(encryption.certificate());
        assertThat(keys.provider()).hasSize(2);
        assertThat(keys.toString()).doesNotContain("PrivateKey");
    }

    @Test
    void what_is_wrong_with_them_is_told() throws IOException {
        assertThatThrownBy(() -> KeyRing.load(store(), PASSWORD, "sign", "encryption", certificates()))
                .hasMessageContaining("no elliptic-curve key with a certificate named sign");
        assertThatThrownBy(() -> KeyRing.load(store(), "wrong".toCharArray(), "signing", "encryption", certificates()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("password");
        Files.writeString(certificates(), Identity.rsa("login.gov.pl").pem());
        assertThatThrownBy(() -> KeyRing.load(store(), PASSWORD, "signing", "encryption", certificates()))
                .hasMessageContaining("CN=login.gov.pl has another key");
        Files.writeString(certificates(), "");
        assertThatThrownBy(() -> KeyRing.load(store(), PASSWORD, "signing", "encryption", certificates()))
                .hasMessageContaining("holds none");
    }

    @Test
    void a_level_that_is_none_is_refused() {
        assertThat(LevelOfAssurance.named("high")).isEqualTo(LevelOfAssurance.HIGH);
        assertThatThrownBy(() -> LevelOfAssurance.named("wysoki"))
                .hasMessageContaining("must be low, substantial or high, not wysoki");
    }

    @Test
    void the_secret_of_subjects_is_made_once_and_only_the_portal_reads_it() throws IOException {
        Path file = folder.resolve("secrets/login-gov.key");

        byte[] first = SubjectSecret.readOrMake(file);

        assertThat(SubjectSecret.readOrMake(file)).isEqualTo(first).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> SubjectSecret.readOrMake(file)).isInstanceOf(IllegalStateException.class);
    }

    private Path store() {
        return folder.resolve("login-gov.p12");
    }

    private Path certificates() {
        return folder.resolve("login-gov.pem");
    }
}
