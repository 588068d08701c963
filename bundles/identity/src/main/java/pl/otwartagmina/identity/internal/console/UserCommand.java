package pl.otwartagmina.identity.internal.console;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.LookUps;

/** {@code identity:user BEGINNING}: accounts by user name, e-mail address or family name. */
@Service
@Command(scope = "identity", name = "user", description = "Finds accounts by the beginning of a name or address.")
public final class UserCommand implements Action {
    @Argument(name = "beginning", description = "Of the user name, the address or the family name", required = true)
    String beginning = "";

    @Reference
    @Nullable
    LookUps lookUps;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        ShellTable table = new ShellTable();
        List.of("User", "Name", "E-mail", "State", "Verified", "Roles").forEach(table::column);
        table.emptyTableText("No account begins so.");
        for (Account account : Objects.requireNonNull(lookUps, "injected").atConsole(beginning)) {
            table.addRow()
                    .addContent(
                            account.userName(),
                            account.name(),
                            account.email().orElse("-"),
                            account.state().name().toLowerCase(Locale.ROOT),
                            account.verifiedAt().isPresent() ? "yes" : "no",
                            account.roles().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        table.print(Objects.requireNonNull(session, "injected").getConsole());
        return null;
    }
}
