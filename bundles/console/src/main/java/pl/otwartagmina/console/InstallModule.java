package pl.otwartagmina.console;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.api.lifecycle.ModuleStatus;

/** {@code module:install FILE} */
@Service
@Command(
        scope = "module",
        name = "install",
        description = "Makes the modules of a KAR file known. Nothing is started by it.")
@SuppressWarnings("NullAway.Init")
public class InstallModule extends ModuleCommand {
    @Argument(name = "FILE", description = "Path of the KAR file, on the portal's machine", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Override
    void run(PrintStream out) throws ModuleRefused, CommandException {
        for (String id : modules.install(path())) {
            boolean off = find(id).state() == ModuleStatus.State.DISABLED;
            out.printf(
                    "Module '%s' is installed. %s %s%n",
                    id, off ? "Switch it on: module:enable" : "Go over to it: module:upgrade", id);
        }
    }

    private Path path() throws CommandException {
        try {
            return Path.of(file).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw refused("'" + file + "' is no path of a file.");
        }
    }
}
