package pl.otwartagmina.api.audit;

import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;

/**
 * One act. Holds no PESEL, password, token or account number, and no more of a person than the ids that the portal gave.
 *
 * @param actor id of the account that acted, {@code console} for the operator, {@link #VISITOR} for somebody who has not
 *     signed in
 * @param onBehalfOf key of the party in whose name it was done, empty for the actor's own
 * @param action module and verb, such as {@code payments.import}
 * @param objectType what was acted upon, such as {@code account}
 * @param objectId which one
 * @param reason why, as the person gave it; empty where none is asked for
 * @param result what came of it
 * @param origin where it came from
 */
public record AuditRecord(
        String actor,
        String onBehalfOf,
        String action,
        String objectType,
        String objectId,
        String reason,
        Result result,
        Origin origin) {

    /** The actor, where nobody is signed in. */
    public static final String VISITOR = "visitor";

    /** Characters that a reason may have. */
    public static final int REASON = 1000;

    /** What came of an act. */
    public enum Result {
        DONE,
        /** Not allowed. */
        REFUSED,
        /** Allowed, but it did not work out. */
        FAILED
    }

    public AuditRecord {
        if (!action.matches("[a-z][a-z0-9]*(\\.[a-z][a-zA-Z0-9]*)+")) {
            throw new IllegalArgumentException("An action is module and verb, such as payments.import: " + action);
        }
        if (objectType.length() > 40 || objectId.length() > 120 || reason.length() > REASON) {
            throw new IllegalArgumentException("Longer than the audit trail keeps");
        }
    }

    /** An act that succeeded. */
    public static AuditRecord by(String actor, Origin origin, String action, String objectType, String objectId) {
        return new AuditRecord(actor, "", action, objectType, objectId, "", Result.DONE, origin);
    }

    /** An act of the person in this browser, in whoever's name they act, that succeeded. */
    public static AuditRecord of(Acting acting, String action, String objectType, String objectId) {
        return new AuditRecord(
                acting.person().map(Person::id).orElse(VISITOR),
                acting.mandate().map(mandate -> mandate.principal().value()).orElse(""),
                action,
                objectType,
                objectId,
                "",
                Result.DONE,
                acting.origin());
    }

    /** An act of the operator at the console. */
    public static AuditRecord atConsole(String action, String objectType, String objectId) {
        return by("console", Origin.CONSOLE, action, objectType, objectId);
    }

    /** The same with a reason. */
    public AuditRecord because(String why) {
        return new AuditRecord(actor, onBehalfOf, action, objectType, objectId, why, result, origin);
    }

    /** The same with another result. */
    public AuditRecord with(Result other) {
        return new AuditRecord(actor, onBehalfOf, action, objectType, objectId, reason, other, origin);
    }
}
