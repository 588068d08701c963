package pl.otwartagmina.service.payments.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BookingExports;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.PaidOrders;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.service.payments.internal.store.StuckPayments;
import pl.otwartagmina.testing.database.TestDatabase;

class ClerkCommandsTest {
    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final DuesTables tables = new DuesTables(database, clock);
    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final Cashier cashier =
            new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> {});
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void stuck_succeeds_while_all_goes_its_way_and_fails_with_a_list_when_not() {
        StuckCommand command = new StuckCommand();
        command.stuck = new StuckPayments(tables, (unit, act) -> {});
        command.session = session();
        assertThat(command.execute()).isNull();
        assertThat(said()).contains("No payment stands still");

        cashier.disbelieved(gateway, new NotBelieved("not signed"));
        assertThatThrownBy(command::execute).hasMessage("1 payments or alarms wait for somebody");
        assertThat(said()).contains("forgery", "bramka");
    }

    @Test
    void export_writes_days_or_what_is_new_and_says_when_nothing_is() throws Exception {
        SavedDues.save(tables, realEstate("1", TODAY.plusDays(5), "0.00"));
        PaymentOrder order = new PaidOrders(cashier, gateway).order("a", "1", Money.of("131.00"));
        clock.pass(Duration.ofSeconds(1));
        ExportCommand days = command();
        days.from = "2026-11-01";
        days.to = "2026-11-30";
        days.format = "json";
        days.file = folder.resolve("export.json").toString();
        days.execute();
        assertThat(Files.readString(folder.resolve("export.json"))).contains(order.id() + "/1", "\"total\":\"131.00\"");

        ExportCommand fresh = command();
        fresh.fresh = true;
        fresh.execute();
        assertThat(said())
                .contains("reference;entry;refund;source;due_source_id", order.id() + "/1;payment;;payments;1;");
        fresh.execute();
        assertThat(said()).contains("Nothing new.");
    }

    @Test
    void export_wants_days_or_what_is_new_and_days_that_are_days() {
        assertThatThrownBy(() -> command().execute()).hasMessage("Either --new, or --from and --to");
        ExportCommand both = command();
        both.fresh = true;
        both.to = "2026-11-30";
        assertThatThrownBy(both::execute).hasMessage("Either --new, or --from and --to");
        ExportCommand wrong = command();
        wrong.from = "1.11.2026";
        wrong.to = "2026-11-30";
        assertThatThrownBy(wrong::execute).hasMessageContaining("2026-11-01");
        wrong.format = "xml";
        assertThatThrownBy(wrong::execute).hasMessage("--format is csv or json");
    }

    private ExportCommand command() {
        ExportCommand command = new ExportCommand();
        command.exports = new BookingExports(tables, (unit, act) -> {});
        command.session = session();
        return command;
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private Session session() {
        PrintStream console = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConsole")) {
                        return console;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
