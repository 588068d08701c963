package pl.otwartagmina.service.payments.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.bank.BankReport;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.document.Papers;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.testing.database.TestDatabase;

/** What the payer copies from the screen is what the bank's file brings back. */
class VirtualAccountScreenTest {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{2}( \\d{4}){6}");

    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final DuesTables tables = new DuesTables(database, new MovingClock(TODAY.atTime(12, 0)));
    private final Dues dues = new Dues(tables, LateInterest.builtIn());
    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final Cashier cashier =
            new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> {});
    private final CashierRounds rounds = new CashierRounds(cashier);
    private final BankDesk desk = new BankDesk(
            tables,
            DueSources.NONE,
            (unit, act) -> {},
            Settings.of(
                    BankSettings.Config.class,
                    Map.of("sortCode", "10901014", "masks", "real-estate 9999", "mt940VirtualAccount", "34")));
    private Optional<Browserless> browser = Optional.empty();

    @BeforeEach
    void open() {
        SavedDues.save(
                tables,
                realEstate("1", TODAY.plusDays(5), "0.00"),
                due("2", ANNA, Kind.LEASE, "240000021", TODAY.plusDays(5), "50.00", "0.00", "0.00", "0.00"));
        Person anna = new Person("1", "Anna", "Kowalska", AccessLevel.VERIFIED, Optional.of(ANNA));
        browser = Optional.of(new Browserless(
                PaymentViews.of(new Paying(
                        new OneList(dues, DueSources.NONE, cashier.modules()),
                        cashier,
                        rounds,
                        () -> List.of(gateway),
                        new Papers(document -> new byte[0], new TestTexts()),
                        new Town(),
                        desk.virtualAccounts())),
                new Acting(Optional.of(anna), TestTexts.POLISH)));
    }

    @AfterEach
    void close() throws InterruptedException {
        browser.ifPresent(Browserless::close);
        rounds.close();
        database.close();
    }

    @Test
    void the_account_on_the_slip_is_enough_to_book_the_transfer() throws Exception {
        browser.orElseThrow().open("e/payments/basket?due=1");
        Matcher shown = ACCOUNT.matcher(text());
        assertThat(shown.find()).isTrue();
        assertThat(shown.group()).isEqualTo("44 1090 1014 9999 0002 4000 0021");

        String account = shown.group().replace(" ", "");
        BankReport report = desk.take(
                "a.sta", StatementFile.of("1").with("131.00", "oplata~34" + account).stream(), Clerk.atConsole("ewa"));

        assertThat(report.matched()).isEqualTo(1);
        assertThat(dues.open(ANNA)).satisfies(open -> assertThat(open)
                .filteredOn(owed -> owed.due().id().equals("1"))
                .singleElement()
                .satisfies(owed -> assertThat(owed.due().pending()).isEqualTo(Money.of("131.00"))));
    }

    @Test
    void a_levy_without_a_mask_and_what_is_paid_online_go_to_the_account_of_the_gmina() {
        browser.orElseThrow().open("e/payments/basket?due=2");
        assertThat(text()).contains(GMINA.grouped(), "Gmina Modrzewiny", "ul. Leśna 1, 12-345 Modrzewiny");

        browser.orElseThrow().open("e/payments/basket?due=1");
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Przejdź do płatności")));
        assertThat(cashier.orders().ofPayer("1").get(0).lines())
                .extracting(OrderLine::creditor)
                .containsExactly(GMINA);
    }

    @Test
    void the_details_of_a_due_name_the_account_of_the_slip() {
        browser.orElseThrow().open("e/payments/account/240000021");

        LocatorJ._find(NativeButton.class).stream()
                .filter(button -> button.getElement().hasAttribute("aria-expanded") && button.hasClassName("og-link"))
                .forEach(LocatorJ::_click);

        assertThat(text()).contains("44 1090 1014 9999 0002 4000 0021", GMINA.grouped());
    }

    private static String text() {
        Component view = UI.getCurrent().getChildren().findFirst().orElseThrow();
        return view.getElement().getTextRecursively();
    }
}
