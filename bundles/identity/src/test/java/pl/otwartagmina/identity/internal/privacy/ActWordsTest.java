package pl.otwartagmina.identity.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.identity.internal.audit.PersonalTrail;

class ActWordsTest {
    private static final Pattern RECORDED =
            Pattern.compile("(?<![.\\w])(?:AuditRecord\\.\\w+|byOwner|act|trail\\.recordReading)\\("
                    + "[^;\"]*\"(identity\\.[\\w.]+)\"");

    private final Properties polish = messages();
    private final ActWords words = new ActWords((key, arguments) ->
            polish.containsKey(key) ? new MessageFormat(polish.getProperty(key)).format(arguments) : key);

    private static Properties messages() {
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/i18n/messages.properties"))) {
            Properties messages = new Properties();
            messages.load(file);
            return messages;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static AuditRecord act(String action) {
        return AuditRecord.by("x", Parts.HOME, action, "account", "a");
    }

    private String actor(String actor, Origin origin, Optional<String> name) {
        AuditRecord act = AuditRecord.by(actor, origin, "identity.look", "account", "a");
        return words.actor(new PersonalTrail.Line(1, Instant.EPOCH, act, name));
    }

    @Test
    void every_act_of_identity_has_words() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                RECORDED.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(actions::add);
            }
        }

        assertThat(actions).contains("identity.look", "identity.verify", "identity.signIn", "identity.privacy.export");
        assertThat(actions)
                .allMatch(action -> polish.containsKey(action.replaceFirst("identity\\.", "identity.audit.")));
    }

    @Test
    void what_a_module_says_nothing_of_is_still_no_code() {
        assertThat(words.act(act("identity.look"))).isEqualTo("Wyszukanie konta");
        assertThat(words.act(act("water.read"))).isEqualTo("Inna czynność");
        assertThat(words.place(act("water.read"))).isEqualTo("Portal");
        assertThat(words.place(act("identity.look"))).isEqualTo("Moje konto");
    }

    @Test
    void words_of_the_portal_are_translated_and_those_of_people_are_not() {
        assertThat(List.of("passport", "clerk:identity", "Telefon od mieszkańca", "").stream()
                        .map(reason -> words.reason(act("identity.verify").because(reason))))
                .containsExactly(
                        "okazany paszport", "pracownik urzędu (Moje konto)", "Telefon od mieszkańca", "nie podano");
    }

    @Test
    void who_it_was_is_said_by_name_or_by_what_it_is() {
        assertThat(actor("x", Parts.HOME, Optional.of("Jan Nowak"))).isEqualTo("Jan Nowak");
        assertThat(actor("console", Origin.CONSOLE, Optional.empty())).isEqualTo("Obsługa techniczna portalu");
        assertThat(actor("x", Origin.PORTAL, Optional.empty())).isEqualTo("Portal (automatycznie)");
        assertThat(actor("x", Parts.HOME, Optional.empty())).isEqualTo("Osoba, która nie ma już konta");
    }
}
