package pl.otwartagmina.service.payments.internal.bank;

import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;

/**
 * Who works with statements, as the audit trail and other clerks are told.
 *
 * @param id of the account, or the operator's name at the console
 * @param name for other clerks
 */
public record Clerk(String id, String name, Origin origin) {
    /** Somebody of the office who is signed in. */
    public static Clerk of(Acting acting) {
        Person person =
                acting.person().orElseThrow(() -> new IllegalStateException("Somebody with a role is signed in"));
        return new Clerk(person.id(), person.name(), acting.origin());
    }

    /** The operator. */
    public static Clerk atConsole(String user) {
        return new Clerk(user, user, Origin.CONSOLE);
    }

    /** An act of this clerk that succeeded. */
    public AuditRecord act(String action, String objectType, String objectId) {
        return AuditRecord.by(id, origin, action, objectType, objectId);
    }
}
