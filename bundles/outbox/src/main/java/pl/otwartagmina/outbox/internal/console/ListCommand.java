package pl.otwartagmina.outbox.internal.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.outbox.internal.Outbox;

/** {@code mail:list}: letters that the portal has written, and what became of them. */
@Service
@Command(scope = "mail", name = "list", description = "Lists the latest letters: sent, waiting, refused.")
public final class ListCommand implements Action {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Warsaw"));

    @Option(name = "-n", description = "How many")
    int count = 20;

    @Reference
    @Nullable
    Outbox outbox;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable();
        List.of("Written", "To", "Subject", "State", "Attempts", "Trouble").forEach(table::column);
        table.emptyTableText("No letter was written yet.");
        for (Outbox.Entry letter : Objects.requireNonNull(outbox, "injected").latest(count)) {
            table.addRow()
                    .addContent(
                            TIME.format(letter.writtenAt()),
                            letter.recipient(),
                            letter.subject(),
                            letter.state().toLowerCase(Locale.ROOT),
                            letter.attempts(),
                            letter.trouble());
        }
        table.print(Objects.requireNonNull(session, "injected").getConsole());
        return null;
    }
}
