package pl.otwartagmina.identity.internal.console;

import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.People;

/** {@code identity:grant [--revoke] USER ROLE}: gives or takes a role, at once also in open browsers. */
@Service
@Command(scope = "identity", name = "grant", description = "Gives an account a role, or takes it back.")
public final class GrantCommand implements Action {
    @Argument(index = 0, name = "user", description = "User name or e-mail address", required = true)
    String user = "";

    @Argument(index = 1, name = "role", description = "administrator, auditor or clerk:MODULE", required = true)
    String role = "";

    @Option(name = "--revoke", description = "Takes the role back")
    boolean revoke;

    @Reference
    @Nullable
    People people;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        People all = Objects.requireNonNull(people, "injected");
        Role asked = Role.of(role);
        Account account = all.byName(user)
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + user + ". See identity:user"));
        Account now = revoke
                ? all.withdraw(account, asked, AuditRecord.atConsole("identity.withdraw", "account", account.id()))
                : all.grant(account, asked, AuditRecord.atConsole("identity.grant", "account", account.id()));
        Objects.requireNonNull(session, "injected")
                .getConsole()
                .println(now.userName() + ": "
                        + (now.roles().isEmpty()
                                ? "no role"
                                : now.roles().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
        return null;
    }
}
