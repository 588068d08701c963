package pl.otwartagmina.api.identity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody of the office may do in the portal (uprawnienie). A resident has none and needs none.
 *
 * @param kind what it allows
 * @param module the id of the module that a clerk works in, empty for the others
 */
public record Role(Kind kind, String module) {
    /** Runs the portal: accounts, roles, settings. Sees no matters of residents. */
    public static final Role ADMINISTRATOR = new Role(Kind.ADMINISTRATOR, "");

    /** Reads the audit trail and changes nothing. */
    public static final Role AUDITOR = new Role(Kind.AUDITOR, "");

    private static final Pattern CLERK = Pattern.compile("clerk:([a-z][a-z0-9]{1,31})");

    /** What a role allows. */
    public enum Kind {
        /** Serves residents in one module (pracownik merytoryczny). */
        CLERK,
        ADMINISTRATOR,
        AUDITOR
    }

    public Role {
        if ((kind == Kind.CLERK) == module.isEmpty()) {
            throw new IllegalArgumentException("A clerk, and only a clerk, has a module");
        }
    }

    /** Serves residents in the module of this id. */
    public static Role clerk(String module) {
        return new Role(Kind.CLERK, module);
    }

    /**
     * The role of this name: {@code administrator}, {@code auditor} or {@code clerk:<module>}.
     *
     * @throws IllegalArgumentException telling what the names are
     */
    public static Role of(String name) {
        Matcher clerk = CLERK.matcher(name);
        if (clerk.matches()) {
            return clerk(clerk.group(1));
        }
        return switch (name) {
            case "administrator" -> ADMINISTRATOR;
            case "auditor" -> AUDITOR;
            default ->
                throw new IllegalArgumentException(
                        "'" + name + "' is no role. Roles are: administrator, auditor, clerk:MODULE");
        };
    }

    /** Its name, as {@link #of} takes it. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + (module.isEmpty() ? "" : ":" + module);
    }
}
