package pl.otwartagmina.service.payments.internal.ui.clerk;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.clerk.TaxpayerNumber;
import pl.otwartagmina.service.payments.internal.document.Papers;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.source.Hall;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.Clerks;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.PaidOrders;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.service.payments.internal.ui.Browserless;
import pl.otwartagmina.service.payments.internal.ui.Paying;
import pl.otwartagmina.testing.database.TestDatabase;

class ClerkScreensTest {
    private static final String PESEL = "02211307589";
    private static final PartyKey PARTY = new FakePartyKeys().of(new Pesel(PESEL));
    private static final Money AMOUNT = Money.of("131.00");

    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final DuesTables tables = new DuesTables(database, clock);
    private final Contributors contributors = new Contributors(clock);
    private final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    private final Dues dues = new Dues(tables, LateInterest.builtIn());
    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final Cashier cashier = new Cashier(
            tables, () -> List.of(gateway), contributors.sources(), new Town(), (unit, act) -> acts.add(act));
    private final CashierRounds rounds = new CashierRounds(cashier);
    private final PaidOrders paid = new PaidOrders(cashier, gateway);
    private final Papers papers = new Papers(document -> new byte[0], new TestTexts());
    private final Browserless browser = new Browserless(
            ClerkDesk.of(tables, (unit, act) -> acts.add(act))
                    .of(new Paying(
                            new OneList(dues, contributors.sources(), cashier.modules()),
                            cashier,
                            rounds,
                            () -> List.of(gateway),
                            papers,
                            new Town(),
                            VirtualAccounts.NONE)),
            Clerks.CLERK);

    @AfterEach
    void close() throws InterruptedException {
        browser.close();
        rounds.close();
        contributors.close();
        database.close();
    }

    @Test
    void a_clerk_begins_where_all_screens_are_named_with_what_waits() {
        cashier.disbelieved(gateway, new NotBelieved("not signed"));

        assertThat(open("clerk"))
                .contains("Podatnik", "Dziennik płatności", "Raport dzienny", "Eksport", "Importy")
                .contains("Płatności, które utknęły", "1 do wyjaśnienia");
    }

    @Test
    void nobody_is_looked_up_without_a_reason_and_a_wrong_number_is_told_in_words() {
        SavedDues.save(tables, due("1", PARTY, Kind.WASTE, "51", TODAY, "67.00", "0.00", "0.00", "0.00"));
        open("clerk/taxpayer");
        type("Numer", "02211307588");
        click("Wyszukaj");
        assertThat(field("Numer").getErrorMessage()).contains("literówkę");
        type("Numer", PESEL);
        click("Wyszukaj");

        assertThat(reason().isInvalid()).isTrue();
        assertThat(text()).doesNotContain("Nadpłaty");
        choose("case");
        click("Wyszukaj");
        assertThat(field("Znak sprawy").isInvalid()).isTrue();
        type("Znak sprawy", "w sprawie " + PESEL);
        click("Wyszukaj");
        assertThat(field("Znak sprawy").isInvalid()).isTrue();
        assertThat(acts).isEmpty();
    }

    @Test
    void a_look_shows_all_there_is_and_leaves_a_record_that_the_taxpayer_reads_and_no_pesel_anywhere()
            throws Exception {
        SavedDues.save(tables, due("1", PARTY, Kind.WASTE, "51", TODAY, "67.00", "0.00", "0.00", "0.00"));
        open("clerk/taxpayer");
        type("Numer", PESEL);
        choose("case");
        type("Znak sprawy", "FN.3120.15.2026");
        click("Wyszukaj");

        assertThat(text()).contains("Zobowiązania", "karta 51", "67,00", "Nadpłaty", "Płatności w portalu");
        assertThat(acts).singleElement().satisfies(act -> {
            assertThat(act.action()).isEqualTo("payments.lookup");
            assertThat(act.objectType()).isEqualTo("party");
            assertThat(act.objectId()).isEqualTo(PARTY.value());
            assertThat(act.reason()).isEqualTo("sprawa urzędowa, FN.3120.15.2026");
        });
        assertThat(acts.toString()
                        + text()
                        + UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .doesNotContain(PESEL);
    }

    @Test
    void dues_of_modules_are_there_and_a_module_that_does_not_tell_is_named() {
        Hall hall = new Hall().has(Hall.due("H1", PARTY, TODAY, "120.00", InterestRule.NONE, true));
        contributors.bring(hall);
        look();
        assertThat(text())
                .contains("Wynajem sali H1", "Opłata za salę", "120,00")
                .doesNotContain("Nic nie znaleziono");

        hall.mood(() -> {
            throw new IllegalStateException("not now");
        });
        look();
        assertThat(text()).contains("Hala sportowa").doesNotContain("Wynajem sali H1");
    }

    private void look() {
        open("clerk/taxpayer");
        type("Numer", PESEL);
        choose("visit");
        click("Wyszukaj");
    }

    @Test
    void another_number_needs_its_own_reason_and_a_card_of_two_owners_lets_choose() {
        PartyKey other = new PartyKey("f".repeat(32));
        SavedDues.save(
                tables,
                due("1", PARTY, Kind.WASTE, "51", TODAY, "67.00", "0.00", "0.00", "0.00"),
                due("2", other, Kind.WASTE, "51", TODAY, "68.00", "0.00", "0.00", "0.00"));
        open("clerk/taxpayer");
        sort().setValue(TaxpayerNumber.Sort.CARD);
        choose("visit");
        type("Numer", "51");
        assertThat(reason().getValue()).isNull();
        choose("visit");
        click("Wyszukaj");
        assertThat(text()).contains("2 właścicieli karty").doesNotContain("67,00");
        assertThat(acts).isEmpty();

        LocatorJ._click(LocatorJ._get(NativeButton.class, spec -> spec.withText("Właściciel 2")));
        assertThat(text()).contains("68,00").doesNotContain("67,00");
        assertThat(acts).singleElement().satisfies(act -> {
            assertThat(act.objectId()).isEqualTo(other.value());
            assertThat(act.reason()).isEqualTo("visit");
        });
    }

    @Test
    void the_journal_leads_to_a_payment_with_all_that_happened() throws Exception {
        PaymentOrder order = order();

        assertThat(open("clerk/journal")).contains("Podatek od nieruchomości, rata 3 z 4", "Zapłacona", "Bramka");
        type("Numer zlecenia lub numer u operatora", "nie ma");
        click("Wyszukaj");
        LocatorJ._assertOne(EmptyState.class);
        assertThat(open("clerk/order/" + order.id()))
                .contains(
                        order.id() + "/1", "ref-" + order.id(), "Powiadomienia operatora", "potwierdzona", "Przebieg");
        assertThat(open("clerk/order/unknown")).contains("Nie ma takiej płatności");
    }

    @Test
    void a_refund_asks_once_more_and_is_written_down_and_shown() throws Exception {
        PaymentOrder order = order();
        gateway.says(Refunding.PENDING);
        open("clerk/order/" + order.id());
        type("Kwota zwrotu", "131,01");
        click("Zwróć pieniądze");
        assertThat(field("Kwota zwrotu").isInvalid()).isTrue();
        type("Kwota zwrotu", "31");
        LocatorJ._setValue(LocatorJ._get(TextArea.class), "nadpłata");
        click("Zwróć pieniądze");
        assertThat(text()).contains("Zwrócić płacącemu 31,00");
        assertThat(cashier.refunds().of(order.id())).isEmpty();

        click("Tak, zwróć");
        assertThat(cashier.orders().find(order.id()).orElseThrow().state()).isEqualTo(OrderState.REFUNDING);
        assertThat(text()).contains("Zwrot zapisano", "nadpłata", "Zwrot jest w toku");
        assertThat(acts).extracting(AuditRecord::action).contains("payments.refund");
    }

    @Test
    void what_stands_still_is_told_with_what_to_do_and_settled_with_a_note() {
        assertThat(open("clerk/stuck")).contains("Nic nie utknęło");
        cashier.disbelieved(gateway, new NotBelieved("not signed"));
        assertThat(open("clerk/stuck")).contains("Niepodpisane powiadomienie", "próba oszustwa");
        click("Wyjaśnione");
        assertThat(field("Co się okazało").isInvalid()).isTrue();
        type("Co się okazało", "zły klucz w ustawieniach");
        click("Wyjaśnione");

        assertThat(text()).contains("Nic nie utknęło", "Ostrzeżenie zniknęło");
    }

    @Test
    void the_report_of_the_day_sums_up_by_account_and_kind() throws Exception {
        assertThat(open("clerk/report")).contains("Nic nie zaksięgowano");
        order();
        assertThat(open("clerk/report"))
                .contains("11.11.2026", "Podatek od nieruchomości", "Bramka", "131,00", "Razem", "Raport (PDF)");
    }

    @Test
    void an_export_is_made_once_and_listed_and_there_is_nothing_new_after_it() throws Exception {
        order();
        assertThat(open("clerk/export")).contains("Nie było jeszcze eksportu");
        click("Eksportuj nowe");
        assertThat(text()).contains("Eksport nr 1 jest gotowy: 1 pozycja", "131,00", "CSV", "JSON");
        click("Eksportuj nowe");
        assertThat(text()).contains("nie zaksięgowano nic nowego").doesNotContain("Eksport nr 2");
        clock.pass(Duration.ofSeconds(1));
        click("Przygotuj eksport");
        assertThat(text()).contains("Eksport nr 2 jest gotowy: 1 pozycja", "01.11.2026–11.11.2026");
    }

    @Test
    void imports_say_what_will_be_there() {
        assertThat(open("clerk/imports")).contains("Plik z systemu podatkowego", "Nic jeszcze nie wczytano");
    }

    @Test
    void a_change_of_language_keeps_what_was_typed() {
        open("clerk/taxpayer");
        type("Numer", PESEL);
        UI.getCurrent().setLocale(TestTexts.UKRAINIAN);
        assertThat(LocatorJ._get(TextField.class, spec -> spec.withLabel("Номер"))
                        .getValue())
                .isEqualTo(PESEL);
        assertThat(text()).contains("Платник");
    }

    private PaymentOrder order() throws Exception {
        SavedDues.save(tables, realEstate("1", TODAY.plusDays(5), "0.00"));
        return paid.order("a", "1", AMOUNT);
    }

    private String open(String address) {
        browser.open("e/payments/" + address);
        return text();
    }

    private static String text() {
        return UI.getCurrent()
                .getChildren()
                .findFirst()
                .orElseThrow()
                .getElement()
                .getTextRecursively();
    }

    private static TextField field(String label) {
        return LocatorJ._get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void type(String label, String value) {
        LocatorJ._setValue(field(label), value);
    }

    private static void click(String words) {
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText(words)));
    }

    @SuppressWarnings("unchecked")
    private static Select<String> reason() {
        return LocatorJ._get(Select.class, spec -> spec.withLabel("Podstawa wglądu"));
    }

    @SuppressWarnings("unchecked")
    private static Select<TaxpayerNumber.Sort> sort() {
        return LocatorJ._get(Select.class, spec -> spec.withLabel("Szukaj po"));
    }

    private static void choose(String kind) {
        reason().setValue(kind);
    }
}
