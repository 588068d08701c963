package pl.otwartagmina.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.api.lifecycle.Modules;

/** What the commands have in common. Karaf makes the objects and sets the fields. */
@SuppressWarnings("NullAway.Init")
abstract class ModuleCommand implements Action {
    @Reference
    Modules modules;

    @Reference
    Session session;

    @Override
    public final @Nullable Object execute() throws Exception {
        try {
            run(session.getConsole());
            return null;
        } catch (ModuleRefused e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Does the work.
     *
     * @throws Exception to be shown to the operator; the command then counts as failed
     */
    abstract void run(PrintStream out) throws Exception;

    /** Karaf shows this exception as its text alone, without a stack trace, and the client exits with 1. */
    CommandException refused(String message) {
        return new CommandException(coloured(SimpleAnsi.COLOR_RED, "Refused: ") + message, message);
    }

    ModuleStatus find(String id) throws CommandException {
        return modules.find(id).orElseThrow(() -> refused("There is no module '" + id + "'. Show all: module:list"));
    }

    String coloured(ModuleStatus.State state) {
        return coloured(colour(state), state.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Colours only where a person looks at a terminal, never in what a script reads. */
    String coloured(String colour, String text) {
        return session.getTerminal() == null ? text : colour + text + SimpleAnsi.COLOR_DEFAULT;
    }

    static String colour(ModuleStatus.State state) {
        return switch (state) {
            case ENABLED -> SimpleAnsi.COLOR_GREEN;
            case DISABLED -> SimpleAnsi.COLOR_YELLOW;
            case FAILED -> SimpleAnsi.COLOR_RED;
        };
    }
}
