package pl.otwartagmina.service.payments.internal.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import pl.otwartagmina.api.data.DatabaseUnavailable;

/** Work that is done again when somebody else was at the same rows in the same moment. */
final class Contended {
    private static final int TIMES = 5;

    /** Unique violation; serialization failure and deadlock of PostgreSQL; lock time-out of Derby. */
    private static final Set<String> OTHERS = Set.of("23505", "40001", "40P01", "40XL1", "40XL2");

    private Contended() {}

    /** Runs a whole transaction, which sees what the others have done when it is run again. */
    static <T> T run(Supplier<T> transaction) {
        for (int time = 1; ; time++) {
            try {
                return transaction.get();
            } catch (DatabaseUnavailable failure) {
                if (time == TIMES || !isOthers(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isOthers(DatabaseUnavailable failure) {
        if (failure.getCause() instanceof SQLException chain) {
            // the reason of a batch is behind its own exception
            for (Throwable one : chain) {
                if (one instanceof SQLException refused && OTHERS.contains(refused.getSQLState())) {
                    return true;
                }
            }
        }
        return false;
    }
}
