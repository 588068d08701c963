package pl.otwartagmina.identity.internal.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Another account has this user name, this e-mail address, or is of this person. Nothing was changed. */
public final class NameTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";

    NameTaken(Throwable cause) {
        super("Another account has this user name or e-mail address, or is of this person", cause);
    }

    static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
