package pl.otwartagmina.outbox.internal.console;

import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.outbox.internal.Outbox;

/** {@code mail:test ADDRESS}: writes a letter, to see whether the mail server takes it. */
@Service
@Command(scope = "mail", name = "test", description = "Sends a test letter; see mail:list for what became of it.")
public final class TestCommand implements Action {
    @Argument(name = "address", description = "Where to", required = true)
    String address = "";

    @Reference
    @Nullable
    Outbox outbox;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        Objects.requireNonNull(outbox, "injected")
                .send(new Letter(
                        address,
                        "Wiadomość próbna z portalu",
                        "To jest wiadomość próbna, wysłana z konsoli portalu.\nSkoro ją czytasz, poczta działa.\n"));
        Objects.requireNonNull(session, "injected").getConsole().println("Written. See mail:list.");
        return null;
    }
}
