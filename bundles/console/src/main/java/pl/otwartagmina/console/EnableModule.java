package pl.otwartagmina.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.api.lifecycle.ModuleStatus;

/** {@code module:enable ID} */
@Service
@Command(
        scope = "module",
        name = "enable",
        description = "Switches a module on, with all it needs. If it does not start, all stays as it was.")
@SuppressWarnings("NullAway.Init")
public class EnableModule extends ModuleCommand {
    @Argument(name = "ID", description = "Id of the module", required = true)
    @Completion(IdleModuleIds.class)
    String id;

    @Override
    void run(PrintStream out) throws ModuleRefused {
        long began = System.nanoTime();
        ModuleStatus module = modules.enable(id);
        out.printf(
                "Module '%s' %s is %s (%s).%n", id, module.version(), coloured(module.state()), Moments.since(began));
    }
}
