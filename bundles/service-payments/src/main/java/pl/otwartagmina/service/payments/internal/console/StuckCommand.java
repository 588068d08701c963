package pl.otwartagmina.service.payments.internal.console;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.service.payments.internal.clerk.Stuck;
import pl.otwartagmina.service.payments.internal.store.StuckPayments;

/** {@code payments:stuck}: payments that stand still and alarms that nobody has settled; fails if there are some. */
@Service
@Command(scope = "payments", name = "stuck", description = "Fails if payments stand still or alarms are open.")
public final class StuckCommand implements Action {
    @Reference
    @Nullable
    StuckPayments stuck;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        List<Stuck> all = Objects.requireNonNull(stuck, "injected").all();
        PrintStream console = Objects.requireNonNull(session, "injected").getConsole();
        if (all.isEmpty()) {
            console.println("No payment stands still.");
            return null;
        }
        ShellTable table = new ShellTable();
        List.of("Since", "What", "Order", "Gateway", "Times").forEach(table::column);
        all.forEach(one ->
                table.addRow().addContent(one.since(), one.kind().code(), one.order(), one.gateway(), one.times()));
        table.print(console);
        throw new IllegalStateException(all.size() + " payments or alarms wait for somebody");
    }
}
