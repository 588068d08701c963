package pl.otwartagmina.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;
import pl.otwartagmina.api.lifecycle.ModuleStatus;

/** {@code module:list} */
@Service
@Command(scope = "module", name = "list", description = "Shows the modules of this portal, also those switched off.")
public class ListModules extends ModuleCommand {
    @Override
    void run(PrintStream out) {
        ShellTable table = new ShellTable();
        table.column("Id");
        table.column(new StateColumn());
        table.column("Version");
        table.column("Since");
        table.column("Description");
        table.emptyTableText("There are no modules. Install one: module:install FILE");
        for (ModuleStatus module : modules.all()) {
            table.addRow()
                    .addContent(
                            module.id(),
                            word(module.state()),
                            module.version(),
                            Moments.written(module.since()),
                            module.description());
            if (module.state() == ModuleStatus.State.FAILED) {
                table.addRow().addContent("", "", "", "", "Reason: " + module.reason());
            }
        }
        table.print(out);
    }

    private static String word(ModuleStatus.State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The one coloured column. */
    private final class StateColumn extends Col {
        StateColumn() {
            super("State");
            if (session.getTerminal() != null) {
                colorProvider(content -> {
                    for (ModuleStatus.State state : ModuleStatus.State.values()) {
                        if (content.equals(word(state))) {
                            return colour(state);
                        }
                    }
                    return SimpleAnsi.COLOR_DEFAULT;
                });
            }
        }
    }
}
