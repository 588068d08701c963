package pl.otwartagmina.console;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.api.lifecycle.Modules;

/** Completes the id of a module. */
@Service
@SuppressWarnings("NullAway.Init")
public class ModuleIds implements Completer {
    @Reference
    Modules modules;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> ids =
                modules.all().stream().filter(this::fits).map(ModuleStatus::id).toList();
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }

    /** Whether the command can do anything with the module. */
    boolean fits(ModuleStatus module) {
        return true;
    }
}
