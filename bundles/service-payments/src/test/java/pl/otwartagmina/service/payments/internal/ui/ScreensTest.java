package pl.otwartagmina.service.payments.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;
import static pl.otwartagmina.service.payments.internal.ui.ResidentsWindow.text;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueGroup;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;

class ScreensTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 15);

    private final ResidentsWindow window = new ResidentsWindow();

    @AfterEach
    void close() throws InterruptedException {
        window.close();
    }

    @Test
    void a_resident_sees_what_is_owed_overdue_first() {
        save(
                due("4", ANNA, Kind.WASTE, "510000021", TODAY.plusDays(19), "67.00", "0.00", "0.00", "0.00"),
                realEstate("3", SEPTEMBER, "0.00"));
        String text = open(ANNA, "e/payments");
        assertThat(text)
                .contains(
                        "Przypomnienia",
                        "198,00\u00a0zł",
                        "w tym odsetki 0,00\u00a0zł",
                        "1 pozycja",
                        "30.11.2026",
                        "za 19 dni")
                .contains("Niezapłacone (2)", "Zaległe (1)", "Opłacone (0)", "57 dni po terminie", "Rata 3 z 4")
                .containsSubsequence("karta 240000021", "15.09.2026", "karta 510000021", "30.11.2026");
    }

    @Test
    void each_tab_that_is_empty_says_what_will_be_there() {
        open(ANNA, "e/payments");
        for (NativeButton tab : tabs()) {
            LocatorJ._click(tab);
            LocatorJ._assertOne(EmptyState.class);
            assertThat(tab.getElement().getAttribute("aria-selected")).isEqualTo("true");
        }
    }

    @Test
    void an_address_may_name_the_tab() {
        save(realEstate("1", SEPTEMBER, "131.00"));
        assertThat(open(ANNA, "e/payments?tab=paid")).contains("Opłacone (1)", "nakaz 2026 12/24");
    }

    @Test
    void a_change_of_language_keeps_what_was_typed_and_changes_the_words() {
        save(realEstate("3", SEPTEMBER, "0.00"));
        open(ANNA, "e/payments");
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Zaawansowane")));
        TextField number = LocatorJ._get(TextField.class, spec -> spec.withLabel("Numer decyzji lub karty"));
        number.setValue("12/2");
        UI.getCurrent().setLocale(TestTexts.UKRAINIAN);
        assertThat(number.getValue()).isEqualTo("12/2");
        assertThat(number.getLabel()).isEqualTo("Номер рішення або картки");
        assertThat(text())
                .contains("Мої зобов’язання", "Внесок 3 з 4", "57 днів після строку")
                .doesNotContain("Rata");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_filter_is_applied_when_asked_for_and_cleared() {
        save(
                realEstate("3", SEPTEMBER, "0.00"),
                due("4", ANNA, Kind.WASTE, "510000021", TODAY.plusDays(19), "67.00", "0.00", "0.00", "0.00"));
        open(ANNA, "e/payments");
        Select<DueGroup> kind = LocatorJ._get(Select.class);
        kind.setValue(DueGroup.of(Kind.WASTE));
        assertThat(text()).contains("Niezapłacone (2)");
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Wyszukaj")));
        assertThat(text()).contains("Niezapłacone (1)", "karta 510000021").doesNotContain("karta 240000021");
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Wyczyść")));
        assertThat(text()).contains("Niezapłacone (2)", "karta 240000021");
        assertThat(kind.getValue()).isNull();
    }

    @Test
    void a_second_day_before_the_first_is_refused_in_words() {
        save(realEstate("3", SEPTEMBER, "0.00"));
        open(ANNA, "e/payments");
        DatePicker from = LocatorJ._get(DatePicker.class, spec -> spec.withLabel("Termin płatności od"));
        DatePicker to = LocatorJ._get(DatePicker.class, spec -> spec.withLabel("Termin płatności do"));
        LocatorJ._setValue(from, SEPTEMBER);
        LocatorJ._setValue(to, SEPTEMBER.minusDays(1));
        assertThat(to.isInvalid()).isTrue();
        assertThat(to.getErrorMessage()).contains("wcześniejsza");
    }

    @Test
    void details_are_made_when_they_are_opened() {
        save(due("1", ANNA, Kind.AGRICULTURAL, "31", SEPTEMBER.minusYears(1), "412.00", "12.00", "0.00", "16.00"));
        open(ANNA, "e/payments");
        assertThat(text()).doesNotContain("Rachunek do wpłat");
        NativeButton opener = openDetails();
        assertThat(opener.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(text())
                .contains("Rachunek do wpłat", "34 9999 9999 1234 5678 9012 3456", "Koszty upomnienia", "16,00")
                .contains("16.09.2025–08.10.2025: 23 dni × 12,5% rocznie = 3,1507\u00a0zł", "art. 63");
    }

    @Test
    void a_resident_sees_what_a_due_will_come_to_on_another_day() {
        save(due("1", ANNA, Kind.AGRICULTURAL, "31", SEPTEMBER.minusYears(1), "412.00", "12.00", "0.00", "16.00"));
        open(ANNA, "e/payments");
        openDetails();
        DatePicker day = LocatorJ._get(DatePicker.class, spec -> spec.withLabel("A jeśli zapłacę dnia…"));
        // 400 × (23 × 12,5 + 28 × 12 + 28 × 11,5 + 91 × 11 + 302 × 10,5) / 36 500 = 56,0822
        LocatorJ._setValue(day, LocalDate.of(2026, 12, 31));
        assertThat(text())
                .contains("Odsetki 56,00\u00a0zł, razem do zapłaty 472,00\u00a0zł.", "Pobierz wyliczenie (PDF)");
        LocatorJ._setValue(day, TODAY.minusDays(1));
        assertThat(text()).doesNotContain("razem do zapłaty");
    }

    @Test
    void what_the_office_counts_or_is_paid_is_not_guessed() {
        save(due("1", ANNA, Kind.OTHER, "31", SEPTEMBER, "412.00", "12.00", "0.00", "0.00"));
        open(ANNA, "e/payments");
        openDetails();
        assertThat(text()).contains("Rachunek do wpłat").doesNotContain("Pobierz wyliczenie");
    }

    @Test
    void a_rent_that_is_late_shows_its_civil_interest_to_the_grosz_with_its_law() {
        save(due("1", ANNA, Kind.LEASE, "31", SEPTEMBER, "412.00", "12.00", "0.00", "0.00"));
        // 400 × 57 × 9,25 / 36 500 = 5,7781
        assertThat(open(ANNA, "e/payments")).contains("5,78\u00a0zł", "405,78\u00a0zł");
        openDetails();
        assertThat(text())
                .contains("Odsetki ustawowe za opóźnienie", "57 dni × 9,25% rocznie = 5,7781\u00a0zł", "art. 481")
                .doesNotContain("Ordynacji");
        // 400 × 107 × 9,25 / 36 500 = 10,8466
        LocatorJ._setValue(
                LocatorJ._get(DatePicker.class, spec -> spec.withLabel("A jeśli zapłacę dnia…")),
                LocalDate.of(2026, 12, 31));
        assertThat(text()).contains("Odsetki 10,85\u00a0zł, razem do zapłaty 410,85\u00a0zł.");
    }

    @Test
    void the_list_turns_its_pages() {
        List<Due> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(realEstate("D" + i, SEPTEMBER.plusDays(i), "0.00"));
        }
        save(all.toArray(Due[]::new));
        open(ANNA, "e/payments");
        assertThat(text()).contains("Pozycje 1–25 z 30", "Strona 1 z 2");
        LocatorJ._click(LocatorJ._find(NativeButton.class).stream()
                .filter(button -> button.getAriaLabel().equals(Optional.of("Następna strona")))
                .findFirst()
                .orElseThrow());
        assertThat(text()).contains("Pozycje 26–30 z 30", "14.10.2026").doesNotContain("15.09.2026");
    }

    @Test
    void the_accounts_lead_to_an_account() {
        save(realEstate("3", SEPTEMBER, "0.00"), realEstate("2", SEPTEMBER.minusMonths(4), "131.00"));
        assertThat(open(ANNA, "e/payments/accounts")).contains("Karta 240000021", "131,00", "Podsumowanie");
        assertThat(open(ANNA, "e/payments/account/240000021"))
                .contains("Podatek od nieruchomości · karta 240000021", "Saldo do zapłaty", "Raty i należności");
    }

    @Test
    void a_card_with_a_slash_has_an_address_too() {
        save(due("1", ANNA, Kind.LEASE, "U 14/2019", SEPTEMBER, "10.00", "0.00", "0.00", "0.00"));
        assertThat(open(ANNA, "e/payments/account/U%2014/2019")).contains("Czynsz dzierżawny · karta U 14/2019");
    }

    @Test
    void the_account_of_another_answers_like_one_that_does_not_exist() {
        save(realEstate("3", SEPTEMBER, "0.00"));
        String others = open(JAN, "e/payments/account/240000021");
        assertThat(others).contains("Nie ma takiej karty").isEqualTo(open(JAN, "e/payments/account/999"));
    }

    @Test
    void what_is_ticked_is_summed_up_and_goes_into_the_basket() {
        save(realEstate("3", SEPTEMBER, "0.00"), realEstate("4", TODAY.plusDays(5), "0.00"));
        open(ANNA, "e/payments");
        assertThat(LocatorJ._find(SumBar.class)).isEmpty();
        tick(1);
        assertThat(text()).contains("Zaznaczono 1 pozycję");
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Zapłać")));
        assertThat(text()).contains("Razem do zapłaty: 131,00\u00a0zł", "Masz starszą zaległość", "art. 62 § 1");
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Dodaj zaległość")));
        assertThat(text()).contains("Razem do zapłaty: 262,00\u00a0zł");
        assertThat(LocatorJ._find(Notice.class)).isEmpty();
    }

    @Test
    void an_amount_that_cannot_be_paid_is_refused_in_words_and_a_part_is_split_by_law() {
        save(due("1", ANNA, Kind.AGRICULTURAL, "31", SEPTEMBER.minusYears(1), "412.00", "0.00", "0.00", "16.00"));
        open(ANNA, "e/payments/basket?due=1");
        TextField amount = LocatorJ._get(TextField.class);
        for (String wrong : List.of("0", "", "-5", "12,345", "1e3", "99999", "abc")) {
            LocatorJ._setValue(amount, wrong);
            assertThat(amount.isInvalid()).as(wrong).isTrue();
            LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Przejdź do płatności")));
            assertThat(window.cashier().orders().ofPayer("1")).isEmpty();
        }
        LocatorJ._setValue(amount, "100,00");
        assertThat(amount.isInvalid()).isFalse();
        assertThat(text()).contains("koszty upomnienia 16,00\u00a0zł", "odsetki", "należność");
    }

    @Test
    void what_is_paid_is_shown_as_the_gateway_tells_it() {
        save(realEstate("3", SEPTEMBER, "0.00"));
        PaymentOrder order = pay("3");
        assertThat(window.cashier().orders().find(order.id()).orElseThrow().state())
                .isEqualTo(OrderState.BOOKED);

        assertThat(open(ANNA, "e/payments/paid/" + order.act())).contains("Zapłacone.", "131,00", order.id());
        assertThat(open(ANNA, "e/payments/history")).contains("Podatek od nieruchomości, rata 3 z 4", "Zapłacona");
        assertThat(open(ANNA, "e/payments")).contains("W trakcie (1)", "Niezapłacone (0)");
        assertThat(open(ANNA, "e/payments/basket?due=3")).contains("Nie wybrano nic do zapłaty");
    }

    @Test
    void what_was_paid_for_a_due_that_is_withdrawn_stays_on_the_screen_as_an_overpayment() {
        save(realEstate("3", SEPTEMBER, "0.00"));
        pay("3");
        save(realEstate("3", SEPTEMBER, "0.00").withdrawn());

        assertThat(open(ANNA, "e/payments?tab=paid"))
                .contains("W trakcie (0)", "Opłacone (1)", "Wycofane", "131,00\u00a0zł");
        openDetails();
        assertThat(text()).contains("Urząd wycofał tę należność");
        assertThat(open(ANNA, "e/payments/account/240000021")).contains("Wycofane", "131,00\u00a0zł");
    }

    @Test
    void the_payment_of_another_answers_like_one_that_does_not_exist() {
        assertThat(open(ANNA, "e/payments/paid/0b6e9f3a-0000-0000-0000-000000000000"))
                .contains("Nie ma takiej płatności");
    }

    private PaymentOrder pay(String due) {
        open(ANNA, "e/payments/basket?due=" + due);
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Przejdź do płatności")));
        PaymentOrder order = window.order();
        window.paid(order);
        return order;
    }

    private static void tick(int row) {
        Checkbox box = LocatorJ._find(Checkbox.class).get(row + 1);
        LocatorJ._setValue(box, true);
    }

    private static NativeButton openDetails() {
        NativeButton opener = LocatorJ._find(NativeButton.class).stream()
                .filter(button -> button.getElement().hasAttribute("aria-expanded") && button.hasClassName("og-link"))
                .findFirst()
                .orElseThrow();
        LocatorJ._click(opener);
        return opener;
    }

    private void save(Due... all) {
        window.save(all);
    }

    private String open(PartyKey party, String address) {
        return window.open(party, address);
    }

    private static List<NativeButton> tabs() {
        return LocatorJ._find(NativeButton.class).stream()
                .filter(button -> "tab".equals(button.getElement().getAttribute("role")))
                .toList();
    }
}
