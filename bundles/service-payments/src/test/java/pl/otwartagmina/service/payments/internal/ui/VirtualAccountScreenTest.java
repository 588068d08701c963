package pl.otwartagmina.service.payments.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;
import static pl.otwartagmina.service.payments.internal.ui.ResidentsWindow.text;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.bank.BankReport;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk;

/** What the payer copies from the screen is what the bank's file brings back. */
class VirtualAccountScreenTest {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{2}( \\d{4}){6}");

    private final ResidentsWindow window =
            new ResidentsWindow(VirtualAccounts.of("10901014", List.of("real-estate 9999")));
    private final BankDesk desk = new BankDesk(
            window.tables(),
            DueSources.NONE,
            (unit, act) -> {},
            Settings.of(
                    BankSettings.Config.class,
                    Map.of("sortCode", "10901014", "masks", "real-estate 9999", "mt940VirtualAccount", "34")));

    @BeforeEach
    void anna_owes_a_tax_and_a_rent() {
        window.save(
                realEstate("1", TODAY.plusDays(5), "0.00"),
                due("2", ANNA, Kind.LEASE, "240000021", TODAY.plusDays(5), "50.00", "0.00", "0.00", "0.00"));
    }

    @AfterEach
    void close() throws InterruptedException {
        window.close();
    }

    @Test
    void the_account_on_the_slip_is_enough_to_book_the_transfer() throws Exception {
        window.open(ANNA, "e/payments/basket?due=1");
        Matcher shown = ACCOUNT.matcher(text());
        assertThat(shown.find()).isTrue();
        assertThat(shown.group()).isEqualTo("44 1090 1014 9999 0002 4000 0021");

        String account = shown.group().replace(" ", "");
        BankReport report = desk.take(
                "a.sta", StatementFile.of("1").with("131.00", "oplata~34" + account).stream(), Clerk.atConsole("ewa"));

        assertThat(report.matched()).isEqualTo(1);
        assertThat(window.list().open(ANNA).dues()).satisfies(open -> assertThat(open)
                .filteredOn(owed -> owed.due().id().equals("1"))
                .singleElement()
                .satisfies(owed -> assertThat(owed.due().pending()).isEqualTo(Money.of("131.00"))));
    }

    @Test
    void a_levy_without_a_mask_and_what_is_paid_online_go_to_the_account_of_the_gmina() {
        window.open(ANNA, "e/payments/basket?due=2");
        assertThat(text()).contains(GMINA.grouped(), "Gmina Modrzewiny", "ul. Leśna 1, 12-345 Modrzewiny");

        window.open(ANNA, "e/payments/basket?due=1");
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Przejdź do płatności")));
        assertThat(window.order().lines()).extracting(OrderLine::creditor).containsExactly(GMINA);
    }

    @Test
    void the_details_of_a_due_name_the_account_of_the_slip() {
        window.open(ANNA, "e/payments/account/240000021");

        LocatorJ._find(NativeButton.class).stream()
                .filter(button -> button.getElement().hasAttribute("aria-expanded") && button.hasClassName("og-link"))
                .forEach(LocatorJ::_click);

        assertThat(text()).contains("44 1090 1014 9999 0002 4000 0021", GMINA.grouped());
    }
}
