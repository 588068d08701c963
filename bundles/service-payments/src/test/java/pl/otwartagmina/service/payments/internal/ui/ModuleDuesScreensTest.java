package pl.otwartagmina.service.payments.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;
import static pl.otwartagmina.service.payments.internal.ui.ResidentsWindow.text;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.DueGroup;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.order.Basket;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.source.Hall;

/** Dues of another module on the screens, while the module comes, goes and fails. */
class ModuleDuesScreensTest {
    private final ResidentsWindow window = new ResidentsWindow();
    private final Contributors contributors = window.contributors();
    private final Hall hall =
            new Hall().has(Hall.due("H1", ANNA, TODAY.plusDays(2), "120.00", InterestRule.NONE, false));

    @BeforeEach
    void anna_owes_a_tax() {
        window.save(realEstate("3", TODAY.plusDays(5), "0.00"));
    }

    @AfterEach
    void close() throws InterruptedException {
        window.close();
    }

    @Test
    void an_open_list_gains_and_loses_the_dues_of_a_module() throws Exception {
        assertThat(open("e/payments"))
                .contains("Niezapłacone (1)", "131,00\u00a0zł")
                .doesNotContain("Wynajem");
        hears(() -> contributors.bring(hall));
        assertThat(text())
                .contains("Niezapłacone (2)", "Wynajem sali H1", "Opłata za salę · umowa 7/2026", "251,00\u00a0zł");
        hears(() -> contributors.take(hall));
        assertThat(text()).contains("Niezapłacone (1)").doesNotContain("Wynajem", "251,00");
    }

    @Test
    void a_window_that_was_left_hears_of_nothing() throws Exception {
        open("e/payments");
        open("e/payments/history");
        hears(() -> contributors.bring(hall));
        assertThat(text()).doesNotContain("Wynajem");
    }

    @Test
    void what_was_ticked_of_a_module_that_goes_is_ticked_no_more() throws Exception {
        contributors.bring(hall);
        open("e/payments");
        LocatorJ._setValue(LocatorJ._find(Checkbox.class).get(0), true);
        assertThat(text()).contains("Zaznaczono 2 pozycje");
        hears(() -> contributors.take(hall));
        assertThat(text()).contains("Zaznaczono 1 pozycję");
    }

    @Test
    void a_module_that_fails_is_named_on_the_list_and_in_the_basket() {
        contributors.bring(hall);
        hall.mood(() -> {
            throw new IllegalStateException("closed");
        });
        assertThat(open("e/payments")).contains("Chwilowo brak danych z: Hala sportowa", "Niezapłacone (1)");
        assertThat(open("e/payments/basket?due=3")).contains("Chwilowo brak danych z: Hala sportowa", "131,00");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_filter_offers_the_module() {
        contributors.bring(hall);
        open("e/payments");
        Select<DueGroup> kind = LocatorJ._get(Select.class);
        assertThat(kind.getItemLabelGenerator().apply(DueGroup.ofModule("hall")))
                .isEqualTo("Hala sportowa");
        kind.setValue(DueGroup.ofModule("hall"));
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Wyszukaj")));
        assertThat(text()).contains("Niezapłacone (1)", "Wynajem").doesNotContain("nakaz");
    }

    @Test
    void details_tell_the_module_and_have_no_account_to_lead_to() {
        contributors.bring(hall);
        open("e/payments");
        LocatorJ._click(LocatorJ._find(NativeButton.class).stream()
                .filter(button -> button.getElement().hasAttribute("aria-expanded") && button.hasClassName("og-link"))
                .findFirst()
                .orElseThrow());
        assertThat(text()).contains("Usługa", "Hala sportowa", "umowa 7/2026").doesNotContain("Karta podatnika");
    }

    @Test
    void what_is_payable_only_whole_has_no_field_and_no_part_of_it_is_taken() {
        contributors.bring(hall);
        assertThat(open("e/payments/basket?due=hall:H1&due=3"))
                .contains("Wynajem sali H1", "120,00\u00a0zł, tylko w całości", "Razem do zapłaty: 251,00\u00a0zł");
        assertThat(LocatorJ._find(TextField.class)).hasSize(1);
        List<Owed> dues = window.list().open(ANNA).dues();
        assertThatThrownBy(() -> Basket.of(dues, Map.of("hall:H1", Money.of("20.00"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Basket.of(dues, Map.of("3", Money.of("20.00"))).total()).isEqualTo(Money.of("140.00"));
    }

    @Test
    void it_is_paid_with_a_tax_at_once_and_is_shown_when_its_module_is_gone() {
        contributors.bring(hall);
        open("e/payments/basket?due=hall:H1&due=3");
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Przejdź do płatności")));
        PaymentOrder order = window.order();
        assertThat(order.lines()).extracting(OrderLine::source).containsExactly("hall", "payments");
        contributors.take(hall);
        window.paid(order);
        assertThat(open("e/payments/paid/" + order.act())).contains("Zapłacone.", "Wynajem sali H1", "251,00");
        assertThat(open("e/payments/history")).contains("Zapłacona");
    }

    @Test
    void a_basket_keeps_what_was_typed_when_a_module_goes() throws Exception {
        contributors.bring(hall);
        open("e/payments/basket?due=hall:H1&due=3");
        LocatorJ._setValue(LocatorJ._get(TextField.class), "31,00");
        hears(() -> contributors.take(hall));
        assertThat(text())
                .contains("Razem do zapłaty: 31,00\u00a0zł", "Kwoty zmieniły się")
                .doesNotContain("Wynajem");
    }

    /** Does something of which the window is told, and lets it be told. */
    private void hears(Runnable change) throws InterruptedException {
        Semaphore told = new Semaphore(0);
        Runnable end = contributors.sources().watch(told::release);
        change.run();
        assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        end.run();
        MockVaadin.clientRoundtrip();
    }

    private String open(String address) {
        return window.open(ANNA, address);
    }
}
