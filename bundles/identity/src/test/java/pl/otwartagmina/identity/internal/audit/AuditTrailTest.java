package pl.otwartagmina.identity.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Hmac;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class AuditTrailTest {
    private final Parts parts;
    private final ChainedAudit audit;
    private final AuditTrail trail;

    AuditTrailTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        audit = new ChainedAudit(
                parts.tables, new Sealing(new Hmac(new byte[32])), new Anchor(folder.resolve("anchor")));
        trail = new AuditTrail(parts.tables, audit);
    }

    private void act(String actor, String action, String object) {
        audit.record(parts.tables.unit(), AuditRecord.by(actor, Parts.HOME, action, "account", object));
    }

    private List<String> objects(AuditFilter filter) {
        return trail.read(filter, AuditTrail.NEWEST, 99).stream()
                .map(line -> line.act().objectId())
                .toList();
    }

    private static AuditFilter text(String text) {
        return new AuditFilter(text, Optional.empty(), Optional.empty());
    }

    @Test
    void what_comes_in_while_somebody_reads_moves_no_record_to_another_page() {
        for (int i = 1; i <= 5; i++) {
            act("console", "identity.grant", "a" + i);
        }
        List<AuditTrail.Line> first = trail.read(AuditFilter.ALL, AuditTrail.NEWEST, 2);
        act("console", "identity.grant", "a6");
        List<AuditTrail.Line> second = trail.read(AuditFilter.ALL, first.get(1).id(), 2);

        assertThat(first).extracting(line -> line.act().objectId()).containsExactly("a5", "a4");
        assertThat(second).extracting(line -> line.act().objectId()).containsExactly("a3", "a2");
    }

    @Test
    void people_are_found_by_their_user_names_and_wildcards_mean_themselves() {
        Account account = parts.account("halina@poczta.pl");
        act(account.id(), "identity.signIn", "x");
        act("console", "identity.grant", "50%");

        assertThat(objects(text("h.wis"))).containsExactly("x");
        assertThat(objects(text("identity.gr"))).containsExactly("50%");
        assertThat(objects(text("50%"))).containsExactly("50%");
        assertThat(objects(text("%"))).isEmpty();
        assertThat(trail.read(text("h.wis"), AuditTrail.NEWEST, 1).get(0).userName())
                .contains("h.wisniewska");
    }

    @Test
    void days_are_those_of_the_gmina() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        act("console", "identity.grant", "noon");
        // 23:30 in Warsaw, still the same day
        parts.clock.pass(Duration.ofMinutes(630));
        act("console", "identity.grant", "night");
        parts.clock.pass(Duration.ofMinutes(60));
        act("console", "identity.grant", "tomorrow");

        assertThat(objects(new AuditFilter("", Optional.of(today), Optional.of(today))))
                .containsExactly("night", "noon");
        assertThat(objects(new AuditFilter("", Optional.of(today.plusDays(1)), Optional.empty())))
                .containsExactly("tomorrow");
    }
}
