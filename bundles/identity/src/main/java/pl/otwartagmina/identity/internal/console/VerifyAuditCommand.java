package pl.otwartagmina.identity.internal.console;

import java.io.PrintStream;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.identity.internal.audit.ChainedAudit;

/** {@code audit:verify}: whether a record of the audit trail was changed or taken out; fails if so. */
@Service
@Command(scope = "audit", name = "verify", description = "Tells whether the audit trail is as it was written.")
public final class VerifyAuditCommand implements Action {
    private static final int SHOWN = 20;

    @Reference
    @Nullable
    ChainedAudit audit;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() {
        ChainedAudit.Verdict verdict = Objects.requireNonNull(audit, "injected").verify();
        if (verdict.faults().isEmpty()) {
            PrintStream console = Objects.requireNonNull(session, "injected").getConsole();
            console.println("The audit trail is sound: " + verdict.sealed() + " records.");
            return null;
        }
        int more = verdict.faults().size() - SHOWN;
        throw new IllegalStateException("The audit trail is not as it was written: "
                + String.join("; ", verdict.faults().stream().limit(SHOWN).toList())
                + (more > 0 ? "; and " + more + " more" : ""));
    }
}
