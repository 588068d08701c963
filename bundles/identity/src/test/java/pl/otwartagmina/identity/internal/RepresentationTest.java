package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.Mandate.Right;
import pl.otwartagmina.api.identity.Mandate.Scope;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.GrantedMandate.State;
import pl.otwartagmina.identity.internal.Representation.Acceptance;
import pl.otwartagmina.identity.internal.Representation.Extent;
import pl.otwartagmina.identity.internal.Representation.Invitation;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class RepresentationTest {
    private static final Nip COMPANY = new Nip("8567346215");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Extent DUES =
            new Extent(Set.of(new Scope("payments", Right.VIEW)), TODAY, Optional.of(TODAY.plusDays(2)));

    private final Parts parts;
    private final Representation representation;
    private final Account halina;
    private final Account roch;

    RepresentationTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        representation = parts.representation();
        halina = verified("halina@poczta.pl", "Halina", "Wiśniewska", "44051401359");
        roch = verified("roch@poczta.pl", "Roch", "Apitz", "87022243734");
        parts.letters.clear();
        parts.acts.clear();
    }

    @Test
    void an_offer_is_in_force_once_its_agent_has_accepted_it() {
        String link = offer("roch@poczta.pl", "Roch", "Apitz");

        assertThat(representation.heldBy(roch.person())).isEmpty();
        assertThat(givenState()).isEqualTo(State.OFFERED);
        assertThat(representation.accept(acting(roch), link)).isEqualTo(Acceptance.ACCEPTED);

        assertThat(representation.heldBy(roch.person())).singleElement().satisfies(mandate -> {
            assertThat(mandate.principal()).isEqualTo(halina.party().orElseThrow());
            assertThat(mandate.principalName()).isEqualTo("Halina Wiśniewska");
            assertThat(mandate.covers("payments", Right.VIEW)).isTrue();
            assertThat(mandate.covers("payments", Right.PAY)).isFalse();
            assertThat(mandate.covers("water", Right.VIEW)).isFalse();
        });
        assertThat(givenState()).isEqualTo(State.IN_FORCE);
        assertThat(parts.sessions.mandatesChanged).containsExactly(roch.id());
        assertThat(parts.letters)
                .extracting(letter -> letter.to())
                .containsExactly("roch@poczta.pl", "halina@poczta.pl");
        assertThat(parts.acts)
                .extracting(AuditRecord::action)
                .containsExactly("identity.mandate.offer", "identity.mandate.accept");
    }

    @Test
    void a_link_is_good_once_and_for_seven_days() {
        String used = offer("roch@poczta.pl", "Roch", "Apitz");
        representation.accept(acting(roch), used);
        String old = offer("roch@poczta.pl", "Roch", "Apitz");

        assertThat(representation.accept(acting(roch), used)).isEqualTo(Acceptance.GONE);
        assertThat(representation.accept(acting(roch), "guessed")).isEqualTo(Acceptance.GONE);
        parts.clock.pass(Representation.OFFER);
        assertThat(representation.accept(acting(roch), old)).isEqualTo(Acceptance.GONE);
        assertThat(givenState()).isEqualTo(State.LAPSED);
    }

    @Test
    void whoever_is_not_the_named_agent_cannot_accept() {
        String link = offer("roch@poczta.pl", "Jan", "Nowak");

        assertThat(representation.accept(acting(roch), link)).isEqualTo(Acceptance.NOT_YOU);
        assertThat(representation.accept(acting(halina), link)).isEqualTo(Acceptance.OWN);
        assertThat(givenState()).isEqualTo(State.OFFERED);
    }

    @Test
    void an_account_that_is_not_verified_neither_gives_nor_accepts() {
        Account nobody = parts.account("x@poczta.pl");
        String link = offer("x@poczta.pl", "Halina", "Wiśniewska");

        assertThatThrownBy(() -> representation.accept(acting(nobody), link)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> representation.offer(acting(nobody), new Invitation("a@b.pl", "A", "B", DUES)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(representation.heldBy(nobody.person())).isEmpty();
    }

    @Test
    void it_is_in_force_from_its_first_day_to_its_last() {
        Extent tomorrow = new Extent(
                Set.of(new Scope(Mandate.ALL_MODULES, Right.PAY)), TODAY.plusDays(1), Optional.of(TODAY.plusDays(2)));
        enter(tomorrow);

        assertThat(representation.heldBy(roch.person())).as("the day before").isEmpty();
        parts.clock.pass(Duration.ofDays(1));
        assertThat(representation.heldBy(roch.person())).as("the first day").hasSize(1);
        parts.clock.pass(Duration.ofDays(1));
        assertThat(representation.heldBy(roch.person())).as("the last day").hasSize(1);
        parts.clock.pass(Duration.ofDays(1));
        assertThat(representation.heldBy(roch.person())).as("the day after").isEmpty();
    }

    @Test
    void a_clerk_enters_the_mandate_of_a_company_with_the_document_that_proves_it() {
        GrantedMandate entered = enter(DUES);

        assertThat(entered.basis()).isEqualTo("odpis KRS 0000123456");
        assertThat(representation.heldBy(roch.person()))
                .extracting(Mandate::principalName)
                .containsExactly("Tartak Modrzew sp. z o.o.");
        assertThat(parts.acts.get(0).reason()).isEqualTo("odpis KRS 0000123456");
        assertThatThrownBy(() -> representation.enter(
                        acting(halina), parts.keys.of(COMPANY), "x", roch, DUES, "y", Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_principal_the_agent_and_a_clerk_end_it_at_once_and_nobody_else_does() {
        for (Account who : List.of(halina, roch, clerk())) {
            String link = offer("roch@poczta.pl", "Roch", "Apitz");
            representation.accept(acting(roch), link);
            GrantedMandate mandate = representation.givenBy(halina.person()).get(0);
            Account stranger = parts.account(who.id() + "@poczta.pl");
            assertThatThrownBy(() -> representation.revoke(acting(stranger), mandate))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(representation.heldBy(roch.person())).hasSize(1);
            parts.sessions.mandatesChanged.clear();

            representation.revoke(acting(who), mandate);

            assertThat(representation.heldBy(roch.person())).isEmpty();
            assertThat(parts.sessions.mandatesChanged).containsExactly(roch.id());
        }
    }

    @Test
    void an_act_by_a_mandate_is_stamped_with_both() {
        Mandate mandate = enter(DUES).mandate();
        Acting acting =
                new Acting(Optional.of(roch.person()), People.usualLanguage(), Parts.HOME, Optional.of(mandate));

        AuditRecord act = AuditRecord.of(acting, "payments.pay", "due", "1");

        assertThat(act.actor()).isEqualTo(roch.id());
        assertThat(act.onBehalfOf()).isEqualTo(parts.keys.of(COMPANY).value());
        assertThat(acting.party()).contains(parts.keys.of(COMPANY));
        assertThat(acting.may("payments", Right.VIEW)).isTrue();
        assertThat(acting.may("payments", Right.FILE)).isFalse();
        assertThat(acting.inOwnName().party()).isEqualTo(roch.party());
        assertThat(acting.inOwnName().may("payments", Right.FILE)).isTrue();
    }

    @Test
    void both_sides_and_a_clerk_fetch_the_scan_of_the_document_and_nobody_else_does() {
        Scan scan = ScanTest.pdf("pełnomocnictwo.pdf");
        GrantedMandate mandate = representation.enter(
                acting(clerk()), halina.party().orElseThrow(), halina.name(), roch, DUES, "akt", Optional.of(scan));
        assertThat(mandate.scan()).contains("pełnomocnictwo.pdf");
        parts.acts.clear();

        for (Account who : List.of(halina, roch, clerk())) {
            assertThat(representation.scan(acting(who), mandate))
                    .hasValueSatisfying(found ->
                            assertThat(found).usingRecursiveComparison().isEqualTo(scan));
        }
        Account stranger = parts.account("obcy@poczta.pl");
        assertThatThrownBy(() -> representation.scan(acting(stranger), mandate))
                .isInstanceOf(IllegalStateException.class);
        assertThat(representation.scan(acting(roch), enter(DUES))).isEmpty();
        assertThat(parts.acts)
                .filteredOn(act -> act.action().equals("identity.mandate.scan"))
                .hasSize(3)
                .allMatch(act -> act.objectId().equals(mandate.mandate().id()));
    }

    @Test
    void a_scan_is_encrypted_under_the_newest_key_and_goes_with_the_people() {
        Scan scan = ScanTest.pdf("a.pdf");
        GrantedMandate mandate = enter(DUES, Optional.of(scan));
        assertThat(content()).isNotEmpty().doesNotContain("%PDF");

        assertThat(parts.people().rotateKey().count()).isEqualTo(3);
        assertThat(parts.scans.encryptAnew()).isZero();
        assertThat(representation.scan(acting(roch), mandate))
                .hasValueSatisfying(found -> assertThat(found.content()).isEqualTo(scan.content()));

        parts.mandates.forget(roch.id(), roch.party());
        assertThat(content()).isEmpty();
        assertThat(parts.mandates.find(mandate.mandate().id()).orElseThrow().scan())
                .isEmpty();
    }

    private String content() {
        return parts.tables.unit().sql(connection -> {
            try (var select = connection.prepareStatement("SELECT content FROM identity_mandate_scan");
                    var row = select.executeQuery()) {
                return row.next() ? new String(row.getBytes(1), StandardCharsets.ISO_8859_1) : "";
            }
        });
    }

    @Test
    void offers_are_not_sent_without_end() {
        for (int i = 0; i < 10; i++) {
            offer("roch@poczta.pl", "Roch", "Apitz");
        }

        assertThat(representation.offer(acting(halina), new Invitation("roch@poczta.pl", "Roch", "Apitz", DUES)))
                .isPresent();
        assertThat(parts.letters).hasSize(10);
    }

    private GrantedMandate enter(Extent extent) {
        return enter(extent, Optional.empty());
    }

    private GrantedMandate enter(Extent extent, Optional<Scan> scan) {
        return representation.enter(
                acting(clerk()),
                parts.keys.of(COMPANY),
                "Tartak Modrzew sp. z o.o.",
                roch,
                extent,
                "odpis KRS 0000123456",
                scan);
    }

    private Account clerk() {
        Account clerk = parts.accounts.byName("urzad@poczta.pl").orElseGet(() -> parts.account("urzad@poczta.pl"));
        return parts.accounts.grant(clerk.id(), People.VERIFIER);
    }

    private String offer(String email, String firstName, String lastName) {
        parts.clock.pass(Duration.ofSeconds(1));
        assertThat(representation.offer(acting(halina), new Invitation(email, firstName, lastName, DUES)))
                .isEmpty();
        Matcher link = Pattern.compile("link=([A-Za-z0-9_-]{32})")
                .matcher(parts.letters.get(parts.letters.size() - 1).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private State givenState() {
        return representation.state(representation.givenBy(halina.person()).get(0));
    }

    private Account verified(String email, String firstName, String lastName, String pesel) {
        Account account = parts.account(email);
        parts.accounts.rename(account.id(), firstName, lastName);
        return parts.accounts.verify(account.id(), new Pesel(pesel));
    }

    private static Acting acting(Account account) {
        return new Acting(Optional.of(account.person()), People.usualLanguage(), Parts.HOME);
    }
}
