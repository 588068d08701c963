package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.identity.internal.LookUps.Look;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class LookUpsTest {
    private final Parts parts;
    private final LookUps lookUps;
    private final Account halina;

    LookUpsTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        lookUps = parts.lookUps();
        halina = parts.account("halina@poczta.pl");
    }

    @Test
    void whom_somebody_looked_for_and_why_is_in_the_audit_trail() {
        assertThat(lookUps.search(acting(Parts.HOME), new Look("wiś", "sprawa nr 12/2026")))
                .extracting(Account::id)
                .containsExactly(halina.id());

        assertThat(parts.acts)
                .extracting(AuditRecord::action, AuditRecord::objectId, AuditRecord::reason)
                .containsExactly(tuple("identity.look", halina.id(), "sprawa nr 12/2026"));
    }

    @Test
    void nobody_looks_without_a_reason_nor_with_one_that_no_trail_may_keep() {
        for (String no : List.of("", "  ", "PESEL 02211307589", "x".repeat(LookUps.LONGEST_REASON + 1))) {
            assertThat(LookUps.isReason(no)).isFalse();
            assertThatThrownBy(() -> new Look("wiś", no)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(LookUps.USUAL).allMatch(LookUps::isReason);
    }

    @Test
    void a_session_remembers_its_last_look_and_no_other_session_does() {
        Look look = new Look("wiś", "visit");
        assertThat(lookUps.last(acting(Parts.HOME))).isEmpty();

        lookUps.search(acting(Parts.HOME), look);

        assertThat(lookUps.last(acting(Parts.HOME))).contains(look);
        assertThat(lookUps.last(acting(new Origin("192.0.2.1", "session-2")))).isEmpty();
    }

    @Test
    void a_look_at_the_console_is_in_the_audit_trail_too() {
        assertThat(lookUps.atConsole("wiś")).hasSize(1);

        assertThat(parts.acts)
                .extracting(AuditRecord::actor, AuditRecord::objectId, AuditRecord::reason)
                .containsExactly(tuple("console", halina.id(), "operation"));
    }

    private Acting acting(Origin origin) {
        return new Acting(Optional.of(halina.person()), People.usualLanguage(), origin);
    }
}
