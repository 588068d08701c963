package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.csv.SheetFile.Parsed.Good;
import pl.otwartagmina.service.payments.internal.order.Overlap;

/** Takes dues. Where something waits that was paid here, it is found out whether the tax system shows it by now. */
final class DuesIntake implements Intake<Due> {
    private final Clock clock;
    private final Instant started;

    /** What is booked from now on cannot be in the file. */
    DuesIntake(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public String id(Due due) {
        return due.id();
    }

    @Override
    public Outcome take(Connection connection, List<Good<Due>> batch) throws SQLException {
        List<Due> dues = Intake.values(batch);
        Map<String, Books.Waiting> waiting =
                Books.waiting(connection, dues.stream().map(Due::id).toList(), started, BATCH);
        Map<String, Known> known = new HashMap<>();
        for (String due : waiting.keySet()) {
            known.put(due, known(connection, due));
        }
        Table.Written written = Table.DUES.write(connection, dues, BATCH);
        for (Due due : dues) {
            Books.Waiting waits = waiting.get(due.id());
            if (waits != null) {
                compare(connection, known.getOrDefault(due.id(), Known.NEW), due, waits);
            }
        }
        return Outcome.of(written);
    }

    private void compare(Connection connection, Known before, Due due, Books.Waiting waits) throws SQLException {
        Overlap overlap =
                before.overlap().grown(before.growthTo(due), waits.all()).seen(waits.all(), waits.named());
        if (!overlap.equals(before.overlap())) {
            write(connection, due.id(), overlap);
        }
        if (waits.named().isPositive()) {
            Books.seen(connection, due.id(), clock.instant());
        }
    }

    /** A due as it was before. */
    private record Known(Money paid, Money cost, Overlap overlap, boolean isNew) {
        static final Known NEW = new Known(Money.ZERO, Money.ZERO, Overlap.NONE, true);

        Money growthTo(Due due) {
            // costs that are no more were paid; costs that are new are no reason to doubt what was
            return isNew
                    ? Money.ZERO
                    : due.paid().minus(paid).plus(cost.minus(due.reminderCost()).orZero());
        }
    }

    private static Known known(Connection connection, String due) throws SQLException {
        return new Query("SELECT paid, reminder_cost, overlap, excess FROM payments_due WHERE source_id = ?", due)
                        .list(
                                connection,
                                row -> new Known(
                                        new Money(row.getBigDecimal(1)),
                                        new Money(row.getBigDecimal(2)),
                                        new Overlap(new Money(row.getBigDecimal(3)), new Money(row.getBigDecimal(4))),
                                        false))
                        .stream()
                        .findFirst()
                        .orElse(Known.NEW);
    }

    static Overlap overlap(Connection connection, String due) throws SQLException {
        return known(connection, due).overlap();
    }

    static void write(Connection connection, String due, Overlap overlap) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE payments_due SET overlap = ?, excess = ? WHERE source_id = ?")) {
            update.setBigDecimal(1, overlap.amount().amount());
            update.setBigDecimal(2, overlap.excess().amount());
            update.setString(3, due);
            update.executeUpdate();
        }
    }
}
