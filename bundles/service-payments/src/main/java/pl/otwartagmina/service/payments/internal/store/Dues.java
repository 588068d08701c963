package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.AccountLine;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.DueOrigin;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.PartyRecords;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.Summary;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.Tally;
import pl.otwartagmina.service.payments.internal.TaxAccount;
import pl.otwartagmina.service.payments.internal.TaxComponent;
import pl.otwartagmina.service.payments.internal.source.ModulePayment;

/** Answers for one party what it owes and what it paid, as of today. */
public final class Dues {
    /** Where these dues are from, beside those of other modules. */
    public static final String SOURCE = DueOrigin.IMPORTED;

    /** Rows of a page of the list. */
    public static final int PAGE = 25;

    private static final String DUE_COLUMNS =
            "SELECT " + String.join(", ", Table.DUES.columns()) + " FROM payments_due_now";
    private static final String PAYMENT_COLUMNS =
            "SELECT " + String.join(", ", Table.PAYMENTS.columns()) + " FROM payments_payment";
    private static final String COMPONENT_COLUMNS =
            "SELECT " + String.join(", ", Table.COMPONENTS.columns()) + " FROM payments_component";

    private final DuesTables tables;
    private final LateInterest lateInterest;

    public Dues(DuesTables tables, LateInterest lateInterest) {
        this.tables = tables;
        this.lateInterest = lateInterest;
    }

    /** Answers several questions in one transaction, which saves the way to the database and back for each. */
    public <T> T together(Supplier<T> questions) {
        return tables.unit().sql(connection -> questions.get());
    }

    /** The day for which everything is answered. */
    public LocalDate today() {
        return LocalDate.now(tables.clock());
    }

    /** The law's reckoning, for those who want to see how interest comes about. */
    public LateInterest lateInterest() {
        return lateInterest;
    }

    /** Whatever is not paid, first what is due first. */
    public List<Owed> open(PartyKey party) {
        return owed(new Query(DUE_COLUMNS).ofParty(party).notPaid().add(" ORDER BY due_day, source_id"));
    }

    /** How many rows each tab has. */
    public Tally tally(PartyKey party, DueFilter filter) {
        return count(party, filter, false).tally();
    }

    /**
     * The same, with what was paid here for dues of other modules: in one statement, because a page is to cost few.
     *
     * @param paid empty where it was not asked for
     */
    public record Counted(Tally tally, List<ModulePayment> paid) {
        public Counted {
            paid = List.copyOf(paid);
        }
    }

    /** Counts. */
    public Counted count(PartyKey party, DueFilter filter, boolean withModules) {
        LocalDate today = today();
        Query query = new Query("SELECT i.finished, p.surplus + w.pending AS surplus, c.*")
                .add(withModules ? ", m.*" : "")
                .add(" FROM (SELECT ");
        for (Tab tab : Tab.values()) {
            query.add("COALESCE(SUM(CASE WHEN ")
                    .in(tab, today)
                    .add(" THEN 1 ELSE 0 END), 0) AS n" + tab.ordinal() + ", ");
        }
        query.add("COUNT(*) AS n FROM payments_due_now")
                .ofParty(party)
                .matching(filter)
                .add(
                        ") c, " + PaidHere.SURPLUS + " p,"
                                + " (SELECT COALESCE(SUM(pending), 0) AS pending FROM payments_due_now"
                                + " WHERE party_key = ? AND principal = 0 AND reminder_cost = 0) w,"
                                + " (SELECT MAX(finished) AS finished FROM payments_import WHERE sheet = 'dues') i",
                        party.value(),
                        party.value(),
                        party.value(),
                        party.value());
        if (withModules) {
            query.add(" LEFT JOIN (" + ModuleBooks.OF_PARTY + ") m ON 1 = 1", party.value(), party.value());
        }
        List<ModulePayment> paid = new ArrayList<>();
        List<Tally> tallies = list(query, row -> {
            if (withModules && row.getString("paid_source") != null) {
                paid.add(ModuleBooks.payment(row));
            }
            return tally(row);
        });
        return new Counted(tallies.get(0), paid);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
        for (Tab tab : Tab.values()) {
            counts.put(tab, row.getInt("n" + tab.ordinal()));
        }
        return new Tally(counts, new Money(row.getBigDecimal("surplus")), Moments.get(row, 1));
    }

    /** One page of a tab: first what is due first, and what was paid last on top. */
    public List<Owed> page(PartyKey party, Tab tab, DueFilter filter, int page) {
        return rows(party, tab, filter, page * PAGE, PAGE);
    }

    /** Rows of a tab in the same order, wherever they begin. */
    public List<Owed> rows(PartyKey party, Tab tab, DueFilter filter, int skipped, int most) {
        String order = tab == Tab.PAID ? "due_day DESC, source_id DESC" : "due_day, source_id";
        return owed(new Query(DUE_COLUMNS)
                .ofParty(party)
                .matching(filter)
                .add(" AND ")
                .in(tab, today())
                .add(" ORDER BY " + order + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY", skipped, most));
    }

    /** The party's accounts by number. */
    public List<AccountLine> accounts(PartyKey party) {
        return tables.unit().sql(connection -> {
            Map<String, List<Owed>> open = open(party).stream()
                    .collect(Collectors.groupingBy(owed -> owed.due().card()));
            Map<String, Money> surplus = surplus(connection, party);
            return new Query("SELECT card, MAX(kind) AS kind, SUM(paid) AS paid FROM payments_due")
                    .ofParty(party)
                    .add(" GROUP BY card ORDER BY card")
                    .list(connection, row -> {
                        String card = row.getString("card");
                        Summary summary =
                                Summary.of(open.getOrDefault(card, List.of()), surplus.getOrDefault(card, Money.ZERO));
                        return new AccountLine(card, kind(row), summary, new Money(row.getBigDecimal("paid")));
                    });
        });
    }

    /** What was paid too much on each card, also what was paid here for dues that are withdrawn by now. */
    private static Map<String, Money> surplus(Connection connection, PartyKey party) throws SQLException {
        Map<String, Money> surplus = new HashMap<>();
        new Query("SELECT card, surplus FROM payments_payment WHERE party_key = ? AND surplus > 0", party.value())
                .add(
                        " UNION ALL SELECT card, pending FROM payments_due_now"
                                + " WHERE party_key = ? AND principal = 0 AND reminder_cost = 0",
                        party.value())
                .list(connection, row -> Map.entry(row.getString(1), new Money(row.getBigDecimal(2))))
                .forEach(card -> surplus.merge(card.getKey(), card.getValue(), Money::plus));
        PaidHere.of(connection, party)
                .forEach(payment -> surplus.merge(payment.card(), payment.surplus(), Money::plus));
        return surplus;
    }

    /** One account of the party; somebody else's is not found. */
    public Optional<TaxAccount> account(PartyKey party, String card) {
        return tables.unit().sql(connection -> {
            List<Owed> dues = owed(new Query(DUE_COLUMNS)
                    .ofParty(party)
                    .add(" AND card = ? ORDER BY tax_year DESC, due_day, source_id", card));
            if (dues.isEmpty()) {
                return Optional.empty();
            }
            List<Payment> payments = new ArrayList<>(
                    new Query(PAYMENT_COLUMNS + " WHERE party_key = ? AND card = ?", party.value(), card)
                            .list(connection, Dues::payment));
            PaidHere.of(connection, party).stream()
                    .filter(payment -> payment.card().equals(card))
                    .forEach(payments::add);
            payments.sort(Comparator.comparing(Payment::day)
                    .thenComparing(Payment::id)
                    .reversed());
            List<TaxComponent> components = new Query(
                            COMPONENT_COLUMNS + " WHERE party_key = ? AND card = ?", party.value(), card)
                    .add(" ORDER BY tax_year DESC, source_id")
                    .list(connection, Dues::component);
            return Optional.of(new TaxAccount(card, dues.get(0).due().kind(), dues, payments, components));
        });
    }

    /** All that the tables hold of a party, also what the tax system has withdrawn. */
    public PartyRecords records(PartyKey party) {
        String ofParty = " WHERE party_key = ? ORDER BY ";
        return tables.unit()
                .sql(connection -> new PartyRecords(
                        new Query(DUE_COLUMNS + ofParty + "due_day, source_id", party.value())
                                .list(connection, Dues::due),
                        new Query(PAYMENT_COLUMNS + ofParty + "paid_on, source_id", party.value())
                                .list(connection, Dues::payment),
                        new Query(COMPONENT_COLUMNS + ofParty + "tax_year, source_id", party.value())
                                .list(connection, Dues::component),
                        PaidHere.transfers(connection, party)));
    }

    /**
     * Erases what was settled, if its last day was before this one, with what it was made of.
     *
     * @return how many dues
     */
    public int eraseSettled(PartyKey party, LocalDate before) {
        return tables.unit().sql(connection -> {
            int count = run(
                    connection,
                    "DELETE FROM payments_due WHERE party_key = ? AND due_day < ? AND paid >= principal"
                            + " AND reminder_cost = 0 AND pending = 0",
                    party,
                    before);
            run(
                    connection,
                    "DELETE FROM payments_payment WHERE party_key = ? AND paid_on < ? AND surplus = 0",
                    party,
                    before);
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM payments_component"
                    + " WHERE party_key = ? AND tax_year < ? AND NOT EXISTS (SELECT 1 FROM payments_due d"
                    + " WHERE d.party_key = payments_component.party_key AND d.card = payments_component.card"
                    + " AND d.tax_year = payments_component.tax_year)")) {
                delete.setString(1, party.value());
                delete.setInt(2, before.getYear());
                delete.executeUpdate();
            }
            PaidHere.erase(connection, party, before);
            return count;
        });
    }

    /** What a due is made of. */
    public List<TaxComponent> components(Due due) {
        return list(
                new Query(
                        COMPONENT_COLUMNS + " WHERE party_key = ? AND card = ? AND tax_year = ? ORDER BY source_id",
                        due.party().value(),
                        due.card(),
                        due.year()),
                Dues::component);
    }

    private static int run(Connection connection, String statement, PartyKey party, LocalDate before)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setString(1, party.value());
            delete.setDate(2, Date.valueOf(before));
            return delete.executeUpdate();
        }
    }

    /** Asks each table for a row, to prove that they answer. */
    public void check() {
        for (Table<?> table : List.of(Table.DUES, Table.PAYMENTS, Table.COMPONENTS)) {
            list(
                    new Query("SELECT source_id FROM " + table.name() + " FETCH FIRST 1 ROWS ONLY"),
                    row -> row.getString(1));
        }
    }

    private List<Owed> owed(Query query) {
        LocalDate today = today();
        return list(query, row -> Owed.on(today, due(row), lateInterest));
    }

    private <T> List<T> list(Query query, Query.RowReader<T> reader) {
        return tables.unit().sql(connection -> query.list(connection, reader));
    }

    static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("source_id"),
                new PartyKey(row.getString("party_key")),
                kind(row),
                row.getString("card"),
                row.getString("decision"),
                row.getInt("tax_year"),
                new Instalment(row.getInt("instalment"), row.getInt("instalments"), row.getString("period")),
                row.getDate("due_day").toLocalDate(),
                new Money(row.getBigDecimal("principal")),
                new Money(row.getBigDecimal("paid")),
                new Money(row.getBigDecimal("pending")),
                new Money(row.getBigDecimal("reminder_cost")),
                new Nrb(row.getString("creditor_account")));
    }

    static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getString("source_id"),
                new PartyKey(row.getString("party_key")),
                row.getString("card"),
                row.getString("due_source_id"),
                row.getDate("paid_on").toLocalDate(),
                new Money(row.getBigDecimal("amount")),
                new Money(row.getBigDecimal("surplus")),
                row.getString("portal_payment"));
    }

    private static TaxComponent component(ResultSet row) throws SQLException {
        return new TaxComponent(
                row.getString("source_id"),
                new PartyKey(row.getString("party_key")),
                row.getString("card"),
                row.getInt("tax_year"),
                row.getString("name"),
                row.getBigDecimal("area"),
                row.getBigDecimal("base"),
                row.getString("unit"),
                row.getBigDecimal("rate"),
                new Money(row.getBigDecimal("amount")));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        String code = row.getString("kind");
        return Kind.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("payments_due holds the unknown kind " + code));
    }
}
