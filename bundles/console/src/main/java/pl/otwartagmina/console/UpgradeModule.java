package pl.otwartagmina.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import pl.otwartagmina.api.lifecycle.ModuleRefused;

/** {@code module:upgrade ID} */
@Service
@Command(
        scope = "module",
        name = "upgrade",
        description = "Goes over to the newest version of a module; the old one stops when the new one is shown.")
@SuppressWarnings("NullAway.Init")
public class UpgradeModule extends ModuleCommand {
    @Argument(name = "ID", description = "Id of the module", required = true)
    @Completion(ActiveModuleIds.class)
    String id;

    @Override
    void run(PrintStream out) throws ModuleRefused, CommandException {
        String before = find(id).version();
        long began = System.nanoTime();
        String now = modules.upgrade(id).version();
        if (now.equals(before)) {
            out.printf("Module '%s' runs in its newest version already: %s.%n", id, now);
        } else {
            out.printf("Module '%s' went from %s to %s (%s).%n", id, before, now, Moments.since(began));
        }
    }
}
