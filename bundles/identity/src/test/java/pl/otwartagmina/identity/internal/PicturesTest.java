package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class PicturesTest {
    private final Parts parts;
    private final Pictures pictures;
    private final Account halina;

    PicturesTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        pictures = parts.pictures;
        halina = parts.account("halina@poczta.pl");
    }

    @Test
    void a_picture_is_set_changed_and_taken_away_and_open_windows_follow() throws Exception {
        Account jan = parts.account("jan@poczta.pl");
        assertThat(pictures.of(halina.id())).isEmpty();

        pictures.set(acting(halina), PictureTest.image("png", 300, 300));
        byte[] first = pictures.of(halina.id()).orElseThrow();
        pictures.set(acting(halina), PictureTest.image("jpeg", 20, 300));

        assertThat(pictures.of(halina.id()))
                .hasValueSatisfying(now -> assertThat(now).isNotEqualTo(first));
        assertThat(parts.signIn().picture(halina.id())).isPresent();
        assertThat(pictures.of(jan.id())).isEmpty();
        pictures.remove(acting(halina));
        assertThat(pictures.of(halina.id())).isEmpty();
        assertThat(parts.sessions.changed).hasSize(3).allMatch(person -> person.id()
                .equals(halina.id()));
        assertThat(parts.acts)
                .extracting(AuditRecord::action)
                .containsExactly("identity.picture.set", "identity.picture.set", "identity.picture.remove");
    }

    @Test
    void what_cannot_be_read_leaves_the_one_before() throws Exception {
        pictures.set(acting(halina), PictureTest.image("png", 300, 300));

        assertThatThrownBy(() -> pictures.set(acting(halina), new byte[] {1, 2, 3}))
                .isInstanceOf(Picture.Unreadable.class);
        assertThat(pictures.of(halina.id())).isPresent();
    }

    private static Acting acting(Account account) {
        return new Acting(Optional.of(account.person()), People.usualLanguage(), Parts.HOME);
    }
}
