package pl.otwartagmina.identity.internal.console;

import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.People.Rotation;

/** {@code identity:rotate-key}: a new key for what is encrypted in the database; what older ones encrypted is encrypted anew. */
@Service
@Command(
        scope = "identity",
        name = "rotate-key",
        description = "Makes a new key for PESEL numbers and other secrets and encrypts them anew.")
public final class RotateKeyCommand implements Action {
    @Reference
    @Nullable
    People people;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        Rotation done = Objects.requireNonNull(people, "injected").rotateKey();
        Objects.requireNonNull(session, "injected").getConsole().println(words(done));
        return null;
    }

    private static String words(Rotation done) {
        String anew = done.count() + " secrets encrypted anew under " + done.key() + ".";
        if (done.own()) {
            return anew + " Back it up; backups of the database from before need the older keys in it.";
        }
        if (done.count() > 0) {
            return anew + " Keep the older keys as long as there are backups of the database from before.";
        }
        return "All secrets are encrypted under " + done.key() + ", and the portal makes no keys there.\n"
                + "For a new one: add NUMBER:KEY with the next number and 64 hexadecimal digits (openssl rand -hex 32),"
                + " keep the older keys, restart the portal and run identity:rotate-key again.";
    }
}
