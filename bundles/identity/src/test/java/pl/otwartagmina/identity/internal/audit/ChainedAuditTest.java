package pl.otwartagmina.identity.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.identity.internal.Hmac;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class ChainedAuditTest {
    private final Parts parts;
    private final Unit unit;
    private final Path folder;
    private final ChainedAudit audit;

    ChainedAuditTest(Database database, @TempDir Path folder) {
        this.parts = new Parts(database, folder);
        this.unit = parts.tables.unit();
        this.folder = folder;
        this.audit = audit("secret of the portal");
        for (int i = 1; i <= 5; i++) {
            audit.record(unit, AuditRecord.atConsole("identity.grant", "account", "a" + i));
            parts.clock.pass(Duration.ofMinutes(1));
        }
        audit.seal();
    }

    private ChainedAudit audit(String secret) {
        return new ChainedAudit(
                parts.tables,
                new Sealing(new Hmac(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                new Anchor(folder.resolve("anchor")));
    }

    @Test
    void a_trail_that_nobody_touched_is_sound() {
        audit.record(
                unit, AuditRecord.atConsole("identity.confirm", "account", "ż").because("Powód ''; --"));

        assertThat(audit.verify()).isEqualTo(new ChainedAudit.Verdict(6, java.util.List.of()));
    }

    @Test
    void an_act_that_is_rolled_back_leaves_no_record() {
        assertThatThrownBy(() -> unit.tx(em -> {
                    audit.record(unit, AuditRecord.atConsole("identity.grant", "account", "a6"));
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(audit.verify().sealed()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE identity_audit SET actor = 'somebody' WHERE object_id = 'a3', seal 3",
        "UPDATE identity_audit SET reason = 'other' WHERE object_id = 'a1', seal 1",
        "UPDATE identity_audit SET result = 'REFUSED' WHERE object_id = 'a5', seal 5",
        "UPDATE identity_audit SET acted_at = CAST('2020-01-01 00:00:00' AS TIMESTAMP) WHERE object_id = 'a2', seal 2",
        "UPDATE identity_audit SET object_type = 'accoun' WHERE object_id = 'a4', seal 4"
    })
    void a_changed_record_is_named(String statement, String name) {
        run(statement);

        assertThat(audit.verify().faults()).singleElement().asString().contains(name, "was changed");
    }

    @Test
    void a_record_that_was_taken_out_is_named() {
        run("DELETE FROM identity_audit WHERE object_id = 'a3'");

        assertThat(audit.verify().faults())
                .singleElement()
                .asString()
                .contains("seal 3")
                .endsWith("is missing");
    }

    @Test
    void a_record_taken_out_with_its_seal_is_missed() {
        run("DELETE FROM identity_audit WHERE object_id = 'a3'");
        run("DELETE FROM identity_audit_seal WHERE seal_no = 3");

        assertThat(audit.verify().faults()).containsExactly("seal 3 is missing");
    }

    @Test
    void records_cut_off_at_the_end_are_missed() {
        run("DELETE FROM identity_audit WHERE object_id IN ('a4', 'a5')");
        run("DELETE FROM identity_audit_seal WHERE seal_no > 3");

        assertThat(audit.verify().faults()).containsExactly("seals 4 to 5 are missing at the end");
    }

    @Test
    void a_chain_made_anew_without_the_secret_is_noticed() throws Exception {
        run("DELETE FROM identity_audit_seal WHERE seal_no > 0");
        run("UPDATE identity_audit SET actor = 'somebody' WHERE object_id = 'a3'");
        Path anchor = folder.resolve("anchor");
        String kept = Files.readString(anchor);
        audit("guessed secret").seal();
        Files.writeString(anchor, kept);

        assertThat(audit.verify().faults()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void two_records_swapped_are_noticed() {
        run("UPDATE identity_audit_seal SET record_id = -1 WHERE seal_no = 2");
        run("UPDATE identity_audit_seal SET record_id = (SELECT id FROM identity_audit WHERE object_id = 'a2')"
                + " WHERE seal_no = 3");
        run("UPDATE identity_audit_seal SET record_id = (SELECT id FROM identity_audit WHERE object_id = 'a3')"
                + " WHERE seal_no = 2");

        assertThat(audit.verify().faults()).isNotEmpty();
    }

    private void run(String statement) {
        assertThat(unit.<Integer>sql(c -> c.createStatement().executeUpdate(statement)))
                .isPositive();
    }
}
