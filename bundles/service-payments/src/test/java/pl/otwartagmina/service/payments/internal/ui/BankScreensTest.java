package pl.otwartagmina.service.payments.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.testing.database.TestDatabase;

class BankScreensTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 16);
    private static final Clerk OLA = new Clerk("ola", "Ola Lis", Origin.PORTAL);

    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final DuesTables tables = new DuesTables(database, new MovingClock(TODAY.atTime(12, 0)));
    private final BankDesk desk =
            new BankDesk(tables, DueSources.NONE, (unit, act) -> {}, Settings.of(BankSettings.Config.class, Map.of()));
    private final Person ewa = new Person(
            "ewa", "Ewa", "Nowak", AccessLevel.ACCOUNT, Optional.empty(), Set.of(BankViews.CLERK), Optional.empty());
    private final Browserless browser =
            new Browserless(BankViews.of(desk), new Acting(Optional.of(ewa), TestTexts.POLISH));

    BankScreensTest() {
        SavedDues.save(
                tables,
                realEstate("1", NOVEMBER, "0.00"),
                due("2", JAN, Kind.WASTE, "U 14/2019", NOVEMBER, "40.00", "0.00", "0.00", "0.00"));
    }

    @AfterEach
    void close() {
        browser.close();
        database.close();
    }

    @Test
    void only_clerks_of_payments_may_see_them() {
        Acting resident = new Acting(
                Optional.of(new Person("1", "Anna", "Kowalska", AccessLevel.VERIFIED, Optional.of(ANNA))),
                TestTexts.POLISH);
        assertThat(BankViews.of(desk)).noneMatch(view -> view.isFor(resident));
        assertThat(BankViews.of(desk)).allMatch(view -> view.isFor(new Acting(Optional.of(ewa), TestTexts.POLISH)));
    }

    @Test
    void a_statement_is_taken_and_told_of() throws Exception {
        assertThat(open("statements")).contains("Nie wczytano jeszcze żadnego wyciągu");
        StatementsView view = LocatorJ._get(StatementsView.class);
        StatementFile file =
                StatementFile.of("1").with("131.00", "240000021/NIER/2026/R3").with("5.00", "inne");
        view.take("wyciag.sta", file.withFault().bytes()).run();
        assertThat(text())
                .contains("„wyciag.sta”: 2 nowe operacje, 0 znanych wcześniej, 1 odrzucona.")
                .contains("Zaksięgowano od razu: 1. Czeka na wyjaśnienie: 1.")
                .contains("wyciąg 1, operacja 3", "Nie da się odczytać wiersza operacji", "Ewa Nowak");

        view.take("wyciag.sta", "to nie jest wyciąg".getBytes(StandardCharsets.UTF_8))
                .run();
        assertThat(text()).contains("Pliku „wyciag.sta” nie wczytano", "W pliku nie ma żadnego wyciągu");
        assertThat(desk.files()).isEqualTo(1);
    }

    @Test
    void what_was_rejected_of_a_file_can_be_read_later() throws Exception {
        desk.take("zly.sta", StatementFile.of("1").withFault().with("5.00", "a").stream(), OLA);
        open("statements");
        NativeButton opener = LocatorJ._find(NativeButton.class).stream()
                .filter(button -> button.getElement().hasAttribute("aria-expanded"))
                .findFirst()
                .orElseThrow();
        LocatorJ._click(opener);
        assertThat(opener.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(text()).contains("Wiersz 5, wyciąg 1, operacja 1");
    }

    @Test
    void the_queue_shows_what_waits_and_each_tab_says_what_will_be_there() throws Exception {
        assertThat(open("transfers")).contains("Wszystkie wpływy są wyjaśnione");
        for (NativeButton tab : tabs()) {
            LocatorJ._click(tab);
            assertThat(tab.getElement().getAttribute("aria-selected")).isEqualTo("true");
        }
        desk.take(
                "a.sta",
                StatementFile.of("1")
                        .with("50.00", "karta 240000021")
                        .with("D", "9.00", "Opłata bankowa", StatementFile.ANNAS_ACCOUNT)
                        .stream(),
                OLA);
        assertThat(open("transfers"))
                .contains("Wpływy (1)", "Wypływy i storna (1)", "karta 240000021", "JAN TESTOWY", "50,00", "Wyjaśnij");
        assertThat(open("transfers?tab=other")).contains("Opłata bankowa", "\u22129,00", "Wypływ");
    }

    @Test
    void a_suggestion_says_why_and_what_the_law_settles_and_is_assigned_by_one_click() throws Exception {
        Transfer transfer = waiting("150.00", "karta 240000021");
        assertThat(open("transfer/" + transfer.id()))
                .contains("Karta w tytule, ale nie wiadomo, za co")
                .contains("należność 131,00", "Nadpłata na karcie 240000021", "19,00");
        click("Przypisz");
        assertThat(text()).contains("Zrobione", "Przypisany", "Ewa Nowak").doesNotContain("Oznacz do zwrotu");
    }

    @Test
    void the_second_clerk_is_told_and_sees_what_the_first_did() throws Exception {
        Transfer transfer = waiting("50.00", "karta 240000021");
        open("transfer/" + transfer.id());
        desk.giveBack(OLA, transfer, "Pomyłka banku");
        click("Przypisz");
        assertThat(text()).contains("Ktoś inny załatwił", "Do zwrotu", "Ola Lis", "Pomyłka banku");
    }

    @Test
    void a_transfer_is_split_over_cards_that_are_looked_for() throws Exception {
        Transfer transfer = waiting("171.00", "za dom i za rodziców");
        assertThat(open("transfer/" + transfer.id())).contains("Portal nie ma podpowiedzi");
        search("999");
        assertThat(text()).contains("Nie ma karty ani należności o takim numerze");
        search("240 000 021");
        search("u14/2019");
        Button assign = LocatorJ._get(Button.class, spec -> spec.withText("Przypisz podział"));
        assertThat(assign.isEnabled()).isFalse();
        List<TextField> amounts = LocatorJ._find(TextField.class, spec -> spec.withLabel("Kwota"));
        LocatorJ._setValue(amounts.get(0), "131,00");
        assertThat(text()).contains("Rozdzielono 131,00");
        LocatorJ._setValue(amounts.get(1), "czterdzieści");
        assertThat(amounts.get(1).isInvalid()).isTrue();
        assertThat(assign.isEnabled()).isFalse();
        LocatorJ._setValue(amounts.get(1), "40");
        LocatorJ._click(assign);
        assertThat(text())
                .contains("Zrobione", "Podatek od nieruchomości, rata 3 z 4, 2026", "Gospodarowanie odpadami");
        assertThat(desk.assignments(transfer)).hasSize(2);
    }

    @Test
    void nothing_is_given_back_or_set_aside_without_a_reason() throws Exception {
        Transfer transfer = waiting("50.00", "nie wiadomo");
        open("transfer/" + transfer.id());
        click("Oznacz do zwrotu");
        TextArea reason = LocatorJ._get(TextArea.class);
        assertThat(reason.isInvalid()).isTrue();
        LocatorJ._setValue(reason, "Inna gmina");
        click("Oznacz do zwrotu");
        assertThat(text()).contains("Zrobione", "Do zwrotu", "Inna gmina");
    }

    @Test
    void a_reversal_shows_what_it_undoes() throws Exception {
        desk.take("a.sta", StatementFile.of("1").with("131.00", "240000021/NIER/2026/R3").stream(), OLA);
        desk.take("b.sta", StatementFile.of("2").with("RC", "131.00", "Storno", "").stream(), OLA);
        Transfer reversal = desk.transfers(TransferTab.OTHER, 0, 9).get(0);
        assertThat(open("transfer/" + reversal.id()))
                .contains("Co bank cofa", "240000021/NIER/2026/R3", "należność 131,00", "Storno wpływu");
        click("Cofnij zaliczenie tej wpłaty");
        assertThat(text()).contains("Zrobione", "Rozliczone storno");
        assertThat(desk.transfers(TransferTab.DONE, 0, 9)).hasSize(2);
    }

    @Test
    void an_address_that_is_none_says_so() {
        assertThat(open("transfer/nie-ma")).contains("Nie ma takiej operacji");
    }

    private Transfer waiting(String amount, String title) throws Exception {
        desk.take("a.sta", StatementFile.of("77").with(amount, title).stream(), OLA);
        return desk.transfers(TransferTab.WAITING, 0, 9).get(0);
    }

    private static void search(String card) {
        LocatorJ._setValue(
                LocatorJ._get(TextField.class, spec -> spec.withLabel("Numer karty, decyzji lub faktury")), card);
        click("Wyszukaj");
    }

    private static void click(String text) {
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText(text)));
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

    private static List<NativeButton> tabs() {
        return LocatorJ._find(NativeButton.class).stream()
                .filter(button -> "tab".equals(button.getElement().getAttribute("role")))
                .toList();
    }
}
