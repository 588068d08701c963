package pl.otwartagmina.console;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import pl.otwartagmina.api.lifecycle.ModuleStatus;

/** {@code module:info ID} */
@Service
@Command(scope = "module", name = "info", description = "Shows all about one module.")
@SuppressWarnings("NullAway.Init")
public class ShowModule extends ModuleCommand {
    @Argument(name = "ID", description = "Id of the module", required = true)
    @Completion(ModuleIds.class)
    String id;

    @Override
    void run(PrintStream out) throws CommandException {
        ModuleStatus module = find(id);
        line(out, "Module", module.id());
        line(out, "Description", module.description());
        line(out, "State", coloured(module.state()));
        line(out, "Reason", module.reason());
        line(out, "Since", Moments.written(module.since()));
        line(out, "Version", module.version());
        line(out, "Needs", String.join(", ", module.requires()));
        line(out, "Needed by", String.join(", ", dependents()));
        module.bundles().forEach(bundle -> line(out, "Bundle", bundle));
    }

    private List<String> dependents() {
        return modules.all().stream()
                .filter(other -> other.requires().contains(id))
                .map(ModuleStatus::id)
                .toList();
    }

    private static void line(PrintStream out, String name, String value) {
        if (!value.isEmpty()) {
            out.printf("%-12s %s%n", name, value);
        }
    }
}
