package pl.otwartagmina.identity.internal.console;

import java.io.PrintStream;
import java.util.Objects;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.NewAccount;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.RandomText;

/** {@code identity:bootstrap USER EMAIL FIRST LAST}: the first administrator; its password is shown once. */
@Service
@Command(
        scope = "identity",
        name = "bootstrap",
        description = "Makes the portal's first administrator and shows the password, once.")
public final class BootstrapCommand implements Action {
    private static final int PASSWORD_BYTES = 15;

    @Argument(index = 0, name = "user", description = "User name", required = true)
    String user = "";

    @Argument(index = 1, name = "email", description = "E-mail address", required = true)
    String email = "";

    @Argument(index = 2, name = "first", description = "First name", required = true)
    String first = "";

    @Argument(index = 3, name = "last", description = "Family name", required = true)
    String last = "";

    @Reference
    @Nullable
    People people;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() throws Exception {
        String password = RandomText.of(PASSWORD_BYTES);
        Optional<Account> made = Objects.requireNonNull(people, "injected")
                .bootstrap(user, new NewAccount(email, first, last, People.usualLanguage()), password.toCharArray());
        if (made.isEmpty()) {
            throw new IllegalStateException(
                    "The portal has an administrator already, who grants roles in the portal; or use identity:grant");
        }
        PrintStream console = Objects.requireNonNull(session, "injected").getConsole();
        console.println("Administrator, shown only now: " + made.get().userName() + " / " + password);
        console.println("Change the password after the first sign-in.");
        return null;
    }
}
