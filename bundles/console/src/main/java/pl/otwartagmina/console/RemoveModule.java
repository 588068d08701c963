package pl.otwartagmina.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import pl.otwartagmina.api.lifecycle.ModuleRefused;

/** {@code module:remove ID} */
@Service
@Command(
        scope = "module",
        name = "remove",
        description = "Switches a module off and forgets the KAR file it came from. Its tables stay.")
@SuppressWarnings("NullAway.Init")
public class RemoveModule extends ModuleCommand {
    @Argument(name = "ID", description = "Id of the module", required = true)
    @Completion(ModuleIds.class)
    String id;

    @Override
    void run(PrintStream out) throws ModuleRefused {
        modules.remove(id);
        out.printf("Module '%s' is removed. Its tables stay.%n", id);
    }
}
