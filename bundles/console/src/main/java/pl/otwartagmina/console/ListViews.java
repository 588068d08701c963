package pl.otwartagmina.console;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.View;

/** {@code module:views} */
@Service
@Command(scope = "module", name = "views", description = "Shows every screen of every module, and who may see it.")
@SuppressWarnings("NullAway.Init")
public class ListViews extends ModuleCommand {
    @Reference
    List<EService> services;

    @Override
    void run(PrintStream out) {
        ShellTable table = new ShellTable();
        table.column("Address");
        table.column("Level");
        table.column("Role");
        table.emptyTableText("No module is enabled.");
        services.stream()
                .sorted(Comparator.comparing(service -> service.info().id()))
                .forEach(service -> service.views().forEach(view -> table.addRow()
                        .addContent(
                                address(service, view),
                                view.access().name().toLowerCase(Locale.ROOT),
                                view.role().map(Role::toString).orElse(""))));
        table.print(out);
    }

    private static String address(EService service, View<?> view) {
        return "/e/" + service.info().id() + (view.path().isEmpty() ? "" : "/" + view.path())
                + (view.hasParameter() && !view.path().contains(":") ? "/:parameter" : "");
    }
}
