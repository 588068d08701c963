package pl.otwartagmina.identity.internal.console;

import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.SecondFactors;

/** {@code identity:drop-second-step USER}: for who has lost both the phone and the codes on paper. */
@Service
@Command(
        scope = "identity",
        name = "drop-second-step",
        description = "Turns off two-step sign-in for somebody who has lost the phone. See a document first.")
public final class DropSecondStepCommand implements Action {
    @Argument(name = "user", description = "User name or e-mail address", required = true)
    String user = "";

    @Reference
    @Nullable
    People people;

    @Reference
    @Nullable
    SecondFactors factors;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        Account account = Objects.requireNonNull(people, "injected")
                .byName(user)
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + user + ". See identity:user"));
        boolean was = Objects.requireNonNull(factors, "injected")
                .remove(account.id(), AuditRecord.atConsole("identity.secondFactor.off", "account", account.id()));
        Objects.requireNonNull(session, "injected")
                .getConsole()
                .println(account.userName() + (was ? " signs in with the password alone." : " has no second step."));
        return null;
    }
}
