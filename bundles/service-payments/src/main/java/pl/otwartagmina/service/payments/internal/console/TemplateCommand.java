package pl.otwartagmina.service.payments.internal.console;

import java.io.PrintStream;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.service.payments.internal.csv.Sheet;

/** {@code payments:template}: header and one example row of each file that can be imported. */
@Service
@Command(scope = "payments", name = "template", description = "Shows the files that payments:import reads.")
public final class TemplateCommand implements Action {
    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        PrintStream console = Objects.requireNonNull(session, "injected").getConsole();
        for (Sheet<?> sheet : Sheet.ALL) {
            console.println("# " + sheet.name());
            console.println(sheet.template());
        }
        return null;
    }
}
