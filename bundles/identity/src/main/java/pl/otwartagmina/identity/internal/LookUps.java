package pl.otwartagmina.identity.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** Look-ups of people by the office: for a reason, which the person reads under "Moje dane", or not at all. */
@Component(service = LookUps.class)
public final class LookUps {
    /** Reasons that are often given, words of the messages {@code identity.audit.reason.<word>}. */
    public static final List<String> USUAL = List.of("visit", "phone", "letter");

    /** Characters that a reason may have. */
    public static final int LONGEST_REASON = 200;

    private static final int SESSIONS = 1000;
    private static final Pattern PESEL = Pattern.compile("\\d{11}");

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final Audit audit;
    private final Map<Who, Look> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Who, Look> eldest) {
            return size() > SESSIONS;
        }
    };

    private record Who(String account, Origin origin) {}

    /**
     * Whom somebody looks for, and why.
     *
     * @param reason one of the {@link #USUAL} or free words
     */
    public record Look(String text, String reason) {
        public Look {
            if (!isReason(reason)) {
                throw new IllegalArgumentException("Nobody looks for people without a reason that can be kept");
            }
        }
    }

    @Activate
    public LookUps(@Reference IdentityTables tables, @Reference AccountStore accounts, @Reference Audit audit) {
        this.tables = tables;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Whether it says anything, and holds no PESEL, which no trail keeps. */
    public static boolean isReason(String reason) {
        return !reason.isBlank()
                && reason.length() <= LONGEST_REASON
                && !PESEL.matcher(reason).find();
    }

    /** Accounts whose user name, address or family name begins so, at most fifty; who was found is in the audit trail. */
    public List<Account> search(Acting clerk, Look look) {
        synchronized (last) {
            last.put(who(clerk), look);
        }
        return tables.unit().tx(em -> {
            List<Account> found = accounts.search(look.text());
            found.forEach(account -> audit.record(
                    tables.unit(),
                    AuditRecord.of(clerk, "identity.look", "account", account.id())
                            .because(look.reason())));
            return found;
        });
    }

    /** The same for the operator, whose reason is the operation of the portal. */
    public List<Account> atConsole(String beginning) {
        return tables.unit().tx(em -> {
            List<Account> found = accounts.search(beginning);
            found.forEach(account -> audit.record(
                    tables.unit(),
                    AuditRecord.atConsole("identity.look", "account", account.id())
                            .because("operation")));
            return found;
        });
    }

    /** The last look of this session: on another screen the same person is looked for with the same reason. */
    public Optional<Look> last(Acting clerk) {
        synchronized (last) {
            return Optional.ofNullable(last.get(who(clerk)));
        }
    }

    private static Who who(Acting clerk) {
        return new Who(clerk.person().orElseThrow().id(), clerk.origin());
    }
}
