package pl.otwartagmina.service.payments.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.service.payments.internal.clerk.Stuck;

/** Payments that stand still, found in the books themselves, and alarms that nobody has settled. */
@Component(service = StuckPayments.class)
public final class StuckPayments {
    /** As many of each kind are listed and counted. */
    public static final int MOST = 100;

    /** Characters of what a clerk found out. */
    public static final int NOTE = 300;

    /** What the portal does at once, with room for a restart. */
    private static final Duration AT_ONCE = Duration.ofMinutes(10);
    /** A gateway is asked every two hours at the least. */
    private static final Duration ASKED = Duration.ofHours(5);
    /** Transfers over a weekend. */
    private static final Duration TRANSFER = Duration.ofDays(4);
    /** Working days of a gateway. */
    private static final Duration GIVING_BACK = Duration.ofDays(7);

    private static final String ORDERS =
            "SELECT o.id, a.gateway, a.created FROM payments_order o" + " JOIN payments_act a ON a.id = o.act WHERE ";

    private final DuesTables tables;
    private final Alarms alarms;
    private final Audit audit;

    @Activate
    public StuckPayments(@Reference DuesTables tables, @Reference Audit audit) {
        this.tables = tables;
        this.alarms = new Alarms(tables);
        this.audit = audit;
    }

    /** All, the oldest first; of each kind at most {@link #MOST}. */
    public List<Stuck> all() {
        Instant now = tables.clock().instant();
        List<Stuck> all = new ArrayList<>();
        all.addAll(orders(
                Stuck.Kind.CONFIRMED,
                new Query(ORDERS + "o.state = 'confirmed' AND a.created < ?", now.minus(AT_ONCE))));
        all.addAll(orders(
                Stuck.Kind.UNANSWERED,
                new Query(ORDERS + "o.state IN ('created', 'redirected') AND a.expires < ?", now.minus(ASKED))));
        all.addAll(orders(
                Stuck.Kind.PENDING, new Query(ORDERS + "o.state = 'pending' AND a.created < ?", now.minus(TRANSFER))));
        all.addAll(orders(
                Stuck.Kind.REFUND,
                new Query(
                        "SELECT r.order_id, a.gateway, r.written AS created FROM payments_refund r"
                                + " JOIN payments_order o ON o.id = r.order_id JOIN payments_act a ON a.id = o.act"
                                + " WHERE r.open_order IS NOT NULL AND r.written < ?",
                        now.minus(GIVING_BACK))));
        all.addAll(orders(
                Stuck.Kind.NOTIFICATION,
                new Query(
                        "SELECT order_id, gateway, received AS created FROM payments_event"
                                + " WHERE done IS NULL AND received < ?",
                        now.minus(AT_ONCE))));
        alarms.open(MOST).forEach(alarm -> all.add(Stuck.of(alarm)));
        all.sort(Comparator.comparing(Stuck::since).thenComparing(Stuck::order));
        return all;
    }

    private List<Stuck> orders(Stuck.Kind kind, Query query) {
        query.add(" ORDER BY 3, 1 FETCH FIRST ? ROWS ONLY", MOST);
        return tables.unit()
                .sql(connection -> query.list(
                        connection,
                        row -> new Stuck(
                                kind,
                                row.getString(1),
                                row.getString(2),
                                Moments.get(row, 3).orElseThrow(),
                                1,
                                Optional.empty())));
    }

    /**
     * A clerk has looked at an alarm.
     *
     * @param note what it was, without personal data; required
     */
    public void settle(String alarm, String note, Acting clerk) {
        String kept = note.strip();
        if (kept.isEmpty() || kept.length() > NOTE) {
            throw new IllegalArgumentException("An alarm is settled with a note of at most " + NOTE + " characters");
        }
        tables.unit().sql(connection -> {
            String who = clerk.person().map(Person::id).orElseThrow();
            if (alarms.settle(alarm, who, kept, tables.clock().instant())) {
                audit.record(
                        tables.unit(),
                        AuditRecord.of(clerk, "payments.alarmSettled", "alarm", alarm)
                                .because(kept));
            }
            return alarm;
        });
    }
}
