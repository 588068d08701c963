package pl.otwartagmina.identity.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Hmac;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class PersonalTrailTest {
    private static final PartyKey PARTY = new PartyKey("a".repeat(32));

    private final Parts parts;
    private final ChainedAudit audit;
    private final PersonalTrail trail;
    private final Account clerk;
    private final Account me;
    private final Subject subject;

    PersonalTrailTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        audit = new ChainedAudit(
                parts.tables, new Sealing(new Hmac(new byte[32])), new Anchor(folder.resolve("anchor")));
        trail = new PersonalTrail(parts.tables);
        clerk = parts.account("urzednik@gmina.pl");
        me = parts.account("halina@poczta.pl");
        subject = new Subject(me.id(), Optional.of(PARTY));
    }

    private void act(String actor, String action, String type, String object) {
        audit.record(parts.tables.unit(), AuditRecord.by(actor, Parts.HOME, action, type, object));
    }

    private List<String> others(Subject whose) {
        return trail.ofOthers(whose, AuditTrail.NEWEST, 99).stream()
                .map(line -> line.act().action())
                .toList();
    }

    @Test
    void looks_at_my_account_and_at_my_party_are_there_and_nothing_else_is() {
        act(clerk.id(), "identity.look", "account", me.id());
        act("console", "identity.grant", "account", me.id());
        act(clerk.id(), "payments.look", "party", PARTY.value());
        act(clerk.id(), "payments.look", "party", "b".repeat(32));
        act(clerk.id(), "identity.look", "account", clerk.id());
        act(AuditRecord.VISITOR, "identity.signIn", "account", me.id());
        act(me.id(), "identity.password", "account", me.id());

        assertThat(others(subject)).containsExactly("payments.look", "identity.grant", "identity.look");
        assertThat(trail.ofOthers(subject, AuditTrail.NEWEST, 99))
                .extracting(PersonalTrail.Line::actor)
                .containsExactly(Optional.of("Halina Wiśniewska"), Optional.empty(), Optional.of("Halina Wiśniewska"));
        assertThat(trail.own(subject, AuditTrail.NEWEST, 99))
                .extracting(line -> line.act().action())
                .containsExactly("identity.password");
    }

    @Test
    void what_the_office_does_with_a_mandate_both_sides_see() {
        Account agent = parts.account("pelnomocnik@poczta.pl");
        Mandate mandate = new Mandate(
                "mandate-1",
                PARTY,
                "Halina",
                Set.of(new Mandate.Scope("payments", Mandate.Right.VIEW)),
                LocalDate.EPOCH,
                Optional.empty());
        parts.mandates.add(mandate, agent, "akt", Optional.empty(), clerk.id());
        act(clerk.id(), "identity.mandate.scan", "mandate", mandate.id());
        act(clerk.id(), "identity.mandate.scan", "mandate", "mandate-2");

        assertThat(others(subject)).containsExactly("identity.mandate.scan");
        assertThat(others(new Subject(agent.id(), Optional.empty()))).containsExactly("identity.mandate.scan");
        assertThat(others(new Subject(clerk.id(), Optional.empty()))).isEmpty();
    }

    @Test
    void who_has_no_party_sees_no_records_that_are_about_no_party() {
        act(clerk.id(), "payments.import", "file", "dues.csv");
        act(clerk.id(), "identity.look", "account", me.id());

        assertThat(others(new Subject(me.id(), Optional.empty()))).containsExactly("identity.look");
    }

    @Test
    void what_somebody_did_in_my_name_is_there() {
        audit.record(
                parts.tables.unit(),
                new AuditRecord(
                        clerk.id(),
                        PARTY.value(),
                        "payments.pay",
                        "due",
                        "7",
                        "",
                        AuditRecord.Result.DONE,
                        Parts.HOME));

        assertThat(others(subject)).containsExactly("payments.pay");
    }

    @Test
    void the_list_goes_on_behind_the_last_record_shown() {
        for (int i = 0; i < 5; i++) {
            act(clerk.id(), "identity.look" + (char) ('A' + i), "account", me.id());
        }
        List<PersonalTrail.Line> first = trail.ofOthers(subject, AuditTrail.NEWEST, 2);

        assertThat(trail.ofOthers(subject, first.get(1).id(), 2))
                .extracting(line -> line.act().action())
                .containsExactly("identity.lookC", "identity.lookB");
    }
}
