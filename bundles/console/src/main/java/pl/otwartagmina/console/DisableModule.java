package pl.otwartagmina.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.api.lifecycle.ModuleStatus;

/** {@code module:disable ID} */
@Service
@Command(scope = "module", name = "disable", description = "Switches a module off. Its tables and settings stay.")
@SuppressWarnings("NullAway.Init")
public class DisableModule extends ModuleCommand {
    @Argument(name = "ID", description = "Id of the module", required = true)
    @Completion(ActiveModuleIds.class)
    String id;

    @Override
    void run(PrintStream out) throws ModuleRefused {
        long began = System.nanoTime();
        ModuleStatus module = modules.disable(id);
        out.printf(
                "Module '%s' is %s (%s). Its tables and settings stay.%n",
                id, coloured(module.state()), Moments.since(began));
    }
}
