package pl.otwartagmina.identity.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Device;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.identity.internal.Totp;
import pl.otwartagmina.identity.internal.privacy.ErasureRequest.State;
import pl.otwartagmina.identity.internal.store.Links;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
@Timeout(120)
class ErasuresTest {
    private static final String PESEL = "87022243734";

    private final PrivacyParts privacy;
    private final Parts parts;
    private final Erasures erasures;
    private final Account resident;
    private final Account clerk;

    ErasuresTest(Database database, @TempDir Path folder) {
        privacy = new PrivacyParts(database, folder);
        parts = privacy.parts;
        erasures = privacy.erasures();
        Account made = parts.account("halina@poczta.pl");
        resident = parts.accounts.verify(made.id(), new Pesel(PESEL));
        clerk = parts.account("urzednik@gmina.pl");
    }

    @AfterEach
    void close() {
        privacy.close();
    }

    private ErasureRequest asked() {
        erasures.ask(PrivacyParts.acting(resident));
        return erasures.request(resident.id()).orElseThrow();
    }

    private Erasures.Outcome run(ErasureRequest request) {
        return erasures.run(PrivacyParts.acting(clerk), request);
    }

    private State state() {
        return erasures.request(resident.id()).orElseThrow().state();
    }

    @Test
    void paired_phones_go_with_the_account() throws Exception {
        String secret = parts.pairedPhone(resident, "Telefon Haliny", "2580");
        parts.pairing().expect(PrivacyParts.acting(resident));

        run(asked());

        assertThat(parts.devices().find(secret)).isEmpty();
        assertThat(parts.devices().of(PrivacyParts.acting(resident))).isEmpty();
        assertThat(parts.pairing().isExpected(PrivacyParts.acting(resident))).isFalse();
    }

    @Test
    void a_request_is_answered_within_a_month_and_asked_once() {
        ErasureRequest request = asked();
        erasures.ask(PrivacyParts.acting(resident));

        assertThat(request.deadline()).isEqualTo(LocalDate.of(2026, 12, 22));
        assertThat(erasures.open()).containsExactly(request);
        assertThat(parts.letters).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("letter.erasureAsked", "22.12.2026"));
    }

    @Test
    void all_modules_erase_and_then_nothing_tells_any_more_whose_account_it_was() throws Exception {
        Totp app = Totp.random();
        assertThat(parts.secondFactors().turnOn(PrivacyParts.acting(resident), app, app.code(parts.clock.instant())))
                .isPresent();
        parts.links.make(resident.id(), Links.Purpose.PASSWORD);
        parts.pictures.set(PrivacyParts.acting(resident), PrivacyParts.PIXEL);
        parts.browsers.add(resident.id(), "secret", new Device("Firefox", "Windows"), parts.clock.instant());
        parts.accounts.grant(resident.id(), Role.AUDITOR);

        assertThat(run(asked())).isEqualTo(new Erasures.Settled());

        Subject subject = new Subject(resident.id(), resident.party());
        assertThat(privacy.water.lastErased()).contains(subject);
        assertThat(privacy.surveys.lastErased()).contains(subject);
        Account shell = parts.accounts.find(resident.id()).orElseThrow();
        assertThat(shell.state()).isEqualTo(Account.State.CLOSED);
        assertThat(List.of(shell.userName(), shell.email(), shell.firstName(), shell.lastName())
                        .toString())
                .doesNotContainIgnoringCase("halina")
                .doesNotContainIgnoringCase("wi");
        assertThat(shell.password()).isEmpty();
        assertThat(shell.party()).isEmpty();
        assertThat(shell.roles()).isEmpty();
        assertThat(parts.secondFactors().isOn(resident.id())).isFalse();
        assertThat(parts.pictures.of(resident.id())).isEmpty();
        assertThat(parts.browsers.of(resident.id())).isEmpty();
        assertThat(parts.signIn().signIn("halina@poczta.pl", Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isInstanceOf(SignIn.Refused.class);
        assertThat(parts.sessions.ended).contains(resident.id() + " all but ''");
        assertThat(state()).isEqualTo(State.DONE);
    }

    @Test
    void the_person_is_told_by_letter_at_the_address_that_is_erased() {
        run(asked());

        assertThat(parts.letters).hasSize(2).last().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("halina@poczta.pl");
            assertThat(letter.subject()).contains("letter.erased");
            assertThat(letter.text()).contains("identity.erasure.kept.trail");
        });
    }

    @Test
    void whoever_was_erased_may_begin_anew_with_the_same_address_and_pesel() {
        run(asked());

        Account again = parts.account("halina@poczta.pl");
        assertThat(parts.accounts.verify(again.id(), new Pesel(PESEL)).party()).isEqualTo(resident.party());
    }

    @Test
    void one_module_that_fails_leaves_the_account_as_it_is_until_the_request_is_run_again() {
        ErasureRequest request = asked();
        privacy.water.mood = FakeSection.Mood.THROWING;

        assertThat(run(request)).isEqualTo(new Erasures.Incomplete(List.of("water")));
        assertThat(state()).isEqualTo(State.IN_PROGRESS);
        assertThat(parts.accounts.find(resident.id()).orElseThrow().party()).isEqualTo(resident.party());
        assertThat(parts.letters).hasSize(1);
        assertThat(erasures.plan(new Subject(resident.id(), resident.party()), java.util.Locale.ROOT))
                .filteredOn(plan -> plan.doneAt().isPresent())
                .extracting(Erasures.Plan::title)
                .containsExactly("Part of surveys");

        privacy.water.mood = FakeSection.Mood.WELL;
        // another run, as after a crash of the portal
        assertThat(privacy.erasures().run(PrivacyParts.acting(clerk), request)).isEqualTo(new Erasures.Settled());
        assertThat(state()).isEqualTo(State.DONE);
        assertThat(parts.letters).hasSize(2);
        assertThat(run(request)).isEqualTo(new Erasures.AlreadyDecided());
        assertThat(parts.letters).hasSize(2);
    }

    @Test
    void a_refusal_has_a_reason_that_the_person_reads_and_another_request_may_follow() {
        ErasureRequest request = asked();

        assertThat(erasures.refuse(PrivacyParts.acting(clerk), request, "Sprawa w toku"))
                .isEqualTo(new Erasures.Settled());
        assertThat(parts.letters).last().satisfies(letter -> assertThat(letter.text())
                .contains("Sprawa w toku"));
        assertThat(run(request)).isEqualTo(new Erasures.AlreadyDecided());
        assertThat(privacy.water.erased).isEmpty();

        parts.clock.pass(java.time.Duration.ofDays(1));
        assertThat(asked().state()).isEqualTo(State.NEW);
        assertThat(erasures.decided()).extracting(ErasureRequest::reason).containsExactly("Sprawa w toku");
    }

    @Test
    void the_last_administrator_cannot_be_erased() {
        parts.accounts.grant(resident.id(), Role.ADMINISTRATOR);
        ErasureRequest request = asked();

        assertThat(run(request)).isEqualTo(new Erasures.LastAdministrator());
        assertThat(state()).isEqualTo(State.NEW);
        assertThat(privacy.water.erased).isEmpty();

        parts.accounts.grant(clerk.id(), Role.ADMINISTRATOR);
        assertThat(run(request)).isEqualTo(new Erasures.Settled());
    }

    @Test
    void the_trail_knows_who_asked_who_decided_and_no_pesel() {
        run(asked());

        assertThat(parts.acts)
                .extracting(AuditRecord::action)
                .containsExactly("identity.erasure.ask", "identity.erasure.grant", "identity.erasure.done");
        assertThat(parts.acts).allSatisfy(act -> {
            assertThat(act.objectId()).isEqualTo(resident.id());
            assertThat(act.toString()).doesNotContain(PESEL, "Halina", "halina@poczta.pl");
        });
        assertThat(parts.acts.get(1).actor()).isEqualTo(clerk.id());
        assertThat(Optional.of(parts.acts.get(0).actor())).contains(resident.id());
    }
}
