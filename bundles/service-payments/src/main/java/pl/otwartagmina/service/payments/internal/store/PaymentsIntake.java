package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.csv.Reason;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.csv.SheetFile.Parsed.Good;
import pl.otwartagmina.service.payments.internal.order.PortalPayment;

/**
 * Takes payments that the tax system has booked. One that names what was paid here takes it over; of one that came another
 * way it is known that what was paid here is other money.
 */
final class PaymentsIntake implements Intake<Payment> {
    private static final String COLUMN = "portal_payment";

    private final Clock clock;
    private final Instant started;

    PaymentsIntake(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public String id(Payment payment) {
        return payment.id();
    }

    @Override
    public Outcome take(Connection connection, List<Good<Payment>> batch) throws SQLException {
        Map<PortalPayment, Books.Entry> named = Books.find(connection, names(batch));
        List<RowFault> rejected = new ArrayList<>();
        List<RowFault> warnings = new ArrayList<>();
        List<Books.Entry> takenOver = new ArrayList<>();
        List<Payment> taken = new ArrayList<>();
        List<Payment> others = new ArrayList<>();
        for (Good<Payment> row : batch) {
            Payment payment = row.value();
            Optional<Books.Entry> entry =
                    PortalPayment.of(payment.portalPayment()).flatMap(name -> Optional.ofNullable(named.get(name)));
            if (entry.isPresent() && !entry.get().party().equals(payment.party())) {
                rejected.add(row.place().fault(COLUMN, Reason.Sort.SOMEBODY_ELSE));
                continue;
            }
            taken.add(payment);
            entry.ifPresent(takenOver::add);
            if (entry.isEmpty() && !payment.portalPayment().isEmpty()) {
                warnings.add(row.place().fault(COLUMN, Reason.Sort.NOTHING_PAID));
            }
            if (entry.isEmpty() || !entry.get().isFor(payment.dueId())) {
                others.add(payment);
            }
        }
        tellApart(connection, others);
        Table.Written written =
                taken.isEmpty() ? new Table.Written(0, 0, 0) : Table.PAYMENTS.write(connection, taken, BATCH);
        Books.takeOver(connection, takenOver, clock.instant());
        for (Books.Entry entry : takenOver) {
            closeWithdrawn(connection, entry);
        }
        return new Outcome(written, rejected, warnings);
    }

    private static List<PortalPayment> names(List<Good<Payment>> batch) {
        return batch.stream()
                .flatMap(row -> PortalPayment.of(row.value().portalPayment()).stream())
                .distinct()
                .toList();
    }

    /** What is new of these and came for a due of which something waits is not what waits. */
    private void tellApart(Connection connection, List<Payment> others) throws SQLException {
        List<String> dues = others.stream()
                .map(Payment::dueId)
                .filter(due -> !due.isEmpty())
                .distinct()
                .toList();
        Map<String, Books.Waiting> waiting = Books.waiting(connection, dues, started, BATCH);
        for (Payment payment : others) {
            if (waiting.containsKey(payment.dueId()) && !isKnown(connection, payment)) {
                DuesIntake.write(
                        connection,
                        payment.dueId(),
                        DuesIntake.overlap(connection, payment.dueId())
                                .without(payment.amount().minus(payment.surplus())));
            }
        }
    }

    /** Of a due that is withdrawn nothing more is to be told: what was paid is in the payment's row now. */
    private void closeWithdrawn(Connection connection, Books.Entry entry) throws SQLException {
        boolean withdrawn = entry.source().equals(Dues.SOURCE)
                && !new Query(
                                "SELECT source_id FROM payments_due WHERE source_id = ? AND principal = 0"
                                        + " AND reminder_cost = 0",
                                entry.due())
                        .list(connection, row -> row.getString(1))
                        .isEmpty();
        if (withdrawn) {
            Books.seen(connection, entry.due(), clock.instant());
        }
    }

    private static boolean isKnown(Connection connection, Payment payment) throws SQLException {
        return !new Query("SELECT source_id FROM payments_payment WHERE source_id = ?", payment.id())
                .list(connection, row -> row.getString(1))
                .isEmpty();
    }
}
