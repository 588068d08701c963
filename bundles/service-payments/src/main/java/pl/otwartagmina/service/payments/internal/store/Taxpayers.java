package pl.otwartagmina.service.payments.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.bank.TitleWords;
import pl.otwartagmina.service.payments.internal.clerk.JournalLine;
import pl.otwartagmina.service.payments.internal.clerk.Surplus;
import pl.otwartagmina.service.payments.internal.clerk.TaxpayerNumber;

/** Finds taxpayers for clerks. Each look leaves a record that the taxpayer reads; without a reason there is none. */
@Component(service = Taxpayers.class)
public final class Taxpayers {
    /** Owners of one account that are told apart. */
    public static final int OWNERS = 10;

    /** Rows of a page. */
    public static final int PAGE = Dues.PAGE;

    private static final String ORDERS_OF =
            "SELECT o.id, a.created, a.gateway, o.state, o.amount, o.reference, l.title,"
                    + " (SELECT COUNT(*) FROM payments_order_line m WHERE m.order_id = o.id) AS dues"
                    + " FROM payments_order o JOIN payments_act a ON a.id = o.act"
                    + " JOIN payments_order_line l ON l.order_id = o.id AND l.line ="
                    + " (SELECT MIN(f.line) FROM payments_order_line f WHERE f.order_id = o.id AND f.party_key = ?)"
                    + " WHERE o.id IN (SELECT s.order_id FROM payments_order_line s WHERE s.party_key = ?)"
                    + " ORDER BY a.created DESC, o.id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";

    private static final Map<Surplus.Way, String> SURPLUSES = Map.of(
            Surplus.Way.TAX_SYSTEM,
            "SELECT source_id, surplus, paid_on, 'payments', card FROM payments_payment"
                    + " WHERE party_key = ? AND surplus > 0 ORDER BY paid_on DESC, source_id",
            Surplus.Way.PORTAL,
            "SELECT b.order_id, b.surplus - COALESCE((SELECT SUM(g.surplus) FROM payments_refund_line g"
                    + " WHERE g.order_id = b.order_id AND g.line = b.line AND g.returned IS NOT NULL), 0), b.paid_on,"
                    + " b.source, COALESCE(d.card, '') FROM payments_booking b"
                    + " LEFT JOIN payments_due d ON b.source = 'payments' AND d.source_id = b.due_id"
                    + " WHERE b.party_key = ? AND b.surplus > 0 AND b.taken_over IS NULL"
                    + " ORDER BY b.booked DESC, b.order_id, b.line",
            Surplus.Way.TRANSFER,
            "SELECT a.entry_id, a.surplus, a.paid_on, a.source, a.card FROM payments_assignment a"
                    + " WHERE a.party_key = ? AND a.surplus > 0 AND a.taken_over IS NULL AND a.undone_by IS NULL"
                    + " ORDER BY a.booked DESC, a.entry_id, a.number");

    private final DuesTables tables;
    private final PartyKeys keys;
    private final Audit audit;

    @Activate
    public Taxpayers(@Reference DuesTables tables, @Reference PartyKeys keys, @Reference Audit audit) {
        this.tables = tables;
        this.keys = keys;
        this.audit = audit;
    }

    /** What was typed, as a number of this sort. */
    public TaxpayerNumber read(TaxpayerNumber.Sort sort, String typed) {
        return sort.read(typed, keys);
    }

    /** Owners of an account; each one that is looked at is recorded by {@link #look}. */
    public List<PartyKey> owners(String card) {
        Query query = new Query(
                "SELECT DISTINCT party_key FROM payments_due WHERE bare_card = ? AND card = ?"
                        + " ORDER BY party_key FETCH FIRST ? ROWS ONLY",
                TitleWords.bare(card),
                card,
                OWNERS);
        return tables.unit().sql(connection -> query.list(connection, row -> new PartyKey(row.getString(1))));
    }

    /**
     * Records that a clerk looks at a taxpayer's matters; they may be shown once this returns.
     *
     * @param reason as {@link pl.otwartagmina.service.payments.internal.clerk.LookUp#reason} gives it
     */
    public void look(PartyKey party, String reason, Acting clerk) {
        audit.record(
                tables.unit(),
                AuditRecord.of(clerk, "payments.lookup", "party", party.value()).because(reason));
    }

    /** Whether the tables hold anything of the party. */
    public boolean isKnown(PartyKey party) {
        return exists("SELECT source_id FROM payments_due WHERE party_key = ?", party)
                || exists("SELECT source_id FROM payments_payment WHERE party_key = ?", party)
                || exists("SELECT order_id FROM payments_order_line WHERE party_key = ?", party)
                || exists("SELECT entry_id FROM payments_assignment WHERE party_key = ?", party);
    }

    private boolean exists(String select, PartyKey party) {
        Query query = new Query(select + " FETCH FIRST 1 ROWS ONLY", party.value());
        return tables.unit().sql(connection -> !query.list(connection, row -> row.getString(1))
                .isEmpty());
    }

    /** Payments that the tax system has booked, the last first. */
    public List<Payment> payments(PartyKey party, int page) {
        Query query = new Query(
                "SELECT " + String.join(", ", Table.PAYMENTS.columns()) + " FROM payments_payment WHERE party_key = ?"
                        + " ORDER BY paid_on DESC, source_id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                party.value(),
                page * PAGE,
                PAGE);
        return tables.unit().sql(connection -> query.list(connection, Dues::payment));
    }

    /** How many of them there are. */
    public int payments(PartyKey party) {
        return count("SELECT COUNT(*) FROM payments_payment WHERE party_key = ?", party);
    }

    /** Orders made in the portal that pay something of the party's, the last first. */
    public List<JournalLine> orders(PartyKey party, int page) {
        Query query = new Query(ORDERS_OF, party.value(), party.value(), page * PAGE, PAGE);
        return tables.unit().sql(connection -> query.list(connection, PaymentJournal::line));
    }

    /** How many of them there are. */
    public int orders(PartyKey party) {
        return count("SELECT COUNT(DISTINCT order_id) FROM payments_order_line WHERE party_key = ?", party);
    }

    private int count(String select, PartyKey party) {
        return tables.unit().sql(connection -> new Query(select, party.value())
                .list(connection, row -> row.getInt(1))
                .get(0));
    }

    /** Overpayments that are neither credited nor paid back, wherever they are booked; of each way the last. */
    public List<Surplus> surpluses(PartyKey party) {
        return tables.unit().sql(connection -> {
            List<Surplus> all = new ArrayList<>();
            for (Surplus.Way way : Surplus.Way.values()) {
                all.addAll(new Query(SURPLUSES.get(way) + " FETCH FIRST " + PAGE + " ROWS ONLY", party.value())
                        .list(connection, row -> surplus(way, row)));
            }
            all.removeIf(surplus -> !surplus.amount().isPositive());
            return all;
        });
    }

    private static Surplus surplus(Surplus.Way way, ResultSet row) throws SQLException {
        return new Surplus(
                way,
                row.getString(1),
                new Money(row.getBigDecimal(2)),
                row.getDate(3).toLocalDate(),
                row.getString(4),
                row.getString(5));
    }
}
