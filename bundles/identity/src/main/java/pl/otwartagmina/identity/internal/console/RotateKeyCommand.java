package pl.otwartagmina.identity.internal.console;

import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.identity.internal.People;

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
        int count = Objects.requireNonNull(people, "injected").rotateKey();
        Objects.requireNonNull(session, "injected")
                .getConsole()
                .println(count
                        + " secrets encrypted anew. Back up secrets/vault.keys; backups of the database from before"
                        + " need the older keys in it.");
        return null;
    }
}
