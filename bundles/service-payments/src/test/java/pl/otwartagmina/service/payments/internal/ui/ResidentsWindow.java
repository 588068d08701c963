package pl.otwartagmina.service.payments.internal.ui;

import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.FakeAccounts;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.document.Papers;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Reminders;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.testing.database.TestDatabase;

/** The window of a resident, with all screens that residents have, over a database of its own and one gateway. */
final class ResidentsWindow implements AutoCloseable {
    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final DuesTables tables = new DuesTables(database, clock);
    private final Contributors contributors = new Contributors(clock);
    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final Cashier cashier =
            new Cashier(tables, () -> List.of(gateway), contributors.sources(), new Town(), (unit, act) -> {});
    private final CashierRounds rounds = new CashierRounds(cashier);
    private final OneList list =
            new OneList(new Dues(tables, LateInterest.builtIn()), contributors.sources(), cashier.modules());
    private final VirtualAccounts accounts;
    private Optional<Browserless> browser = Optional.empty();

    ResidentsWindow() {
        this(VirtualAccounts.NONE);
    }

    /** @param accounts of mass payments, which the gmina has */
    ResidentsWindow(VirtualAccounts accounts) {
        this.accounts = accounts;
    }

    DuesTables tables() {
        return tables;
    }

    /** Modules come and go there. */
    Contributors contributors() {
        return contributors;
    }

    Cashier cashier() {
        return cashier;
    }

    OneList list() {
        return list;
    }

    /** Dues that the tax system has handed over. */
    void save(Due... all) {
        SavedDues.save(tables, all);
    }

    /** Goes to an address, as the same person each time, and gives what can be read there. */
    String open(PartyKey party, String address) {
        if (browser.isEmpty()) {
            Person person = new Person("1", "Anna", "Kowalska", AccessLevel.VERIFIED, Optional.of(party));
            Paying paying = new Paying(
                    list,
                    cashier,
                    rounds,
                    () -> List.of(gateway),
                    new Papers(document -> new byte[0], new TestTexts()),
                    new Town(),
                    accounts);
            browser = Optional.of(new Browserless(
                    Stream.concat(
                                    PaymentViews.of(paying).stream(),
                                    ReminderViews.of(new Reminders(tables, new FakeAccounts(), (unit, act) -> {}))
                                            .stream())
                            .toList(),
                    new Acting(Optional.of(person), TestTexts.POLISH)));
        }
        browser.orElseThrow().open(address);
        return text();
    }

    /** What can be read on the screen now, labels of fields left out. */
    static String text() {
        Component view = UI.getCurrent().getChildren().findFirst().orElseThrow();
        return view.getElement().getTextRecursively();
    }

    /** The order that was sent to the gateway last. */
    PaymentOrder order() {
        return cashier.orders().ofPayer("1").get(0);
    }

    /** The gateway got the money, and is asked. */
    void paid(PaymentOrder order) {
        gateway.paid(order.id(), order.amount());
        cashier.ask(order.id());
    }

    @Override
    public void close() throws InterruptedException {
        browser.ifPresent(Browserless::close);
        rounds.close();
        contributors.close();
        database.close();
    }
}
