package pl.otwartagmina.identity.internal.privacy;

import java.util.Locale;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.identity.internal.audit.PersonalTrail;

/**
 * Records of the trail in words. A module says what its acts are in its messages: {@code <module>.audit.<verb>}, and, where a
 * reason is one of its own words, {@code <module>.audit.reason.<word>}.
 */
public final class ActWords {
    private final Messages messages;

    /** Where the texts come from; a key that is not there is its own text. */
    @FunctionalInterface
    public interface Messages {
        String text(String key, Object... arguments);
    }

    public ActWords(Messages messages) {
        this.messages = messages;
    }

    /** "Wyszukanie konta". */
    public String act(AuditRecord act) {
        return or(module(act) + ".audit." + verb(act), "identity.trail.act");
    }

    /** "Moje konto", the module in which it was done. */
    public String place(AuditRecord act) {
        return or(module(act) + ".title", "identity.trail.module");
    }

    /** "Jan Nowak", "Obsługa portalu". */
    public String actor(PersonalTrail.Line line) {
        return line.actor()
                .orElseGet(() -> messages.text(
                        line.act().actor().equals("console")
                                ? "identity.trail.console"
                                : line.act().origin().address().isEmpty()
                                        ? "identity.trail.portal"
                                        : "identity.trail.formerly"));
    }

    /** Why, as the person gave it; words of a module in words of the language. */
    public String reason(AuditRecord act) {
        if (act.reason().isEmpty()) {
            return messages.text("identity.trail.noReason");
        }
        String key = module(act) + ".audit.reason." + act.reason().toLowerCase(Locale.ROOT);
        String words = messages.text(key);
        return words.equals(key) ? role(act.reason()) : words;
    }

    /** A role that was given or taken is written by its name. */
    private String role(String reason) {
        if (!reason.startsWith("clerk:")) {
            return reason;
        }
        Role role = Role.of(reason);
        return messages.text("identity.role.CLERK", or(role.module() + ".title", "identity.trail.module"));
    }

    private String or(String key, String otherwise) {
        String words = messages.text(key);
        return words.equals(key) ? messages.text(otherwise) : words;
    }

    private static String module(AuditRecord act) {
        return act.action().substring(0, act.action().indexOf('.'));
    }

    private static String verb(AuditRecord act) {
        return act.action().substring(act.action().indexOf('.') + 1);
    }
}
