package pl.otwartagmina.service.payments.internal.store;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.bank.Assignment;
import pl.otwartagmina.service.payments.internal.bank.BankEntry;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.Transfer.State;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;

/** The tables of movements on the gmina's accounts, and of what transfers were assigned to. */
final class BankEntries {
    private static final String SELECT =
            "SELECT id, statement, position, line, booked, valued, direction, amount, account, counter_account,"
                    + " counter_name, title, reference, state, decided, decided_by, reason FROM payments_bank_entry ";
    private static final String OPEN = in(State.OPEN);
    private static final int CHUNK = 500;
    private static final int CANDIDATES = 5;

    private final DuesTables tables;

    BankEntries(DuesTables tables) {
        this.tables = tables;
    }

    /** Those of the ids that are there. */
    Set<String> known(List<String> ids) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            known.addAll(tables.unit().sql(connection -> new Query("SELECT id FROM payments_bank_entry WHERE ")
                    .in("id", some)
                    .list(connection, row -> row.getString(1))));
        }
        return known;
    }

    /**
     * Writes down what is new.
     *
     * @throws pl.otwartagmina.api.data.DatabaseUnavailable also if one of them is there
     */
    void insert(String file, List<BankEntry> fresh) {
        // two files that overlap do not wait for each other for ever
        List<BankEntry> inOrder =
                fresh.stream().sorted(comparing(BankEntry::key)).toList();
        tables.unit().sql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO payments_bank_entry VALUES"
                    + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, '', '', 0)")) {
                int waiting = 0;
                for (BankEntry entry : inOrder) {
                    bind(insert, file, entry);
                    insert.addBatch();
                    if (++waiting % CHUNK == 0) {
                        insert.executeBatch();
                    }
                }
                return insert.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement insert, String file, BankEntry entry) throws SQLException {
        State state = entry.direction() == BankEntry.Direction.CREDIT ? State.NEW : State.WAITING;
        insert.setString(1, entry.key());
        insert.setString(2, file);
        insert.setString(3, cut(entry.statement(), 70));
        insert.setInt(4, entry.position());
        insert.setInt(5, entry.line());
        insert.setDate(6, Date.valueOf(entry.booked()));
        insert.setDate(7, Date.valueOf(entry.valued()));
        insert.setString(8, entry.direction().name());
        insert.setBigDecimal(9, entry.amount().amount());
        insert.setString(10, entry.account().digits());
        insert.setString(11, cut(entry.counterAccount(), 40));
        insert.setString(12, cut(entry.counterName(), 200));
        insert.setString(13, cut(entry.title(), 1000));
        insert.setString(14, cut(entry.reference(), 140));
        insert.setString(15, state.code());
    }

    /** As much as the column holds, without what PostgreSQL cannot. */
    static String cut(String text, int longest) {
        String clean = text.replace("\0", "");
        return clean.length() > longest ? clean.substring(0, longest) : clean;
    }

    Optional<Transfer> find(String id) {
        return list(new Query(SELECT).add("WHERE id = ?", id)).stream().findFirst();
    }

    /** Ids of what was written down and not looked at, the oldest first. */
    List<String> unseen() {
        return tables.unit().sql(connection -> new Query("SELECT id FROM payments_bank_entry WHERE state = 'new'")
                .add(" ORDER BY booked, statement, position")
                .list(connection, row -> row.getString(1)));
    }

    /** How many of a file were certain. */
    int matched(String file) {
        return tables.unit().sql(connection -> new Query(
                        "SELECT COUNT(*) FROM payments_bank_entry WHERE file_id = ? AND state = 'matched'", file)
                .list(connection, row -> row.getInt(1))
                .get(0));
    }

    int count(TransferTab tab) {
        return tables.unit().sql(connection -> where(new Query("SELECT COUNT(*) FROM payments_bank_entry WHERE "), tab)
                .list(connection, row -> row.getInt(1))
                .get(0));
    }

    List<Transfer> page(TransferTab tab, int from, int size) {
        String order = tab == TransferTab.DONE ? "decided DESC, id" : "booked, statement, position, id";
        return list(where(new Query(SELECT).add("WHERE "), tab)
                .add(" ORDER BY " + order + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY", from, size));
    }

    private static Query where(Query query, TransferTab tab) {
        return switch (tab) {
            case WAITING -> query.add("state IN " + OPEN + " AND direction = 'CREDIT'");
            case OTHER -> query.add("state IN " + OPEN + " AND direction <> 'CREDIT'");
            case RETURNED -> query.add("state = 'returned'");
            case DONE -> query.add("state IN ('matched', 'assigned', 'aside', 'reversed', 'reversal')");
        };
    }

    /** Credits that a reversal may take back: of the same account and amount, the same other side first. */
    List<Transfer> reversedBy(Transfer reversal) {
        BankEntry entry = reversal.entry();
        return list(new Query(SELECT)
                .add(
                        "WHERE account = ? AND direction = 'CREDIT' AND amount = ? AND booked <= ?"
                                + " AND state NOT IN ('reversed', 'returned')",
                        entry.account().digits(),
                        entry.amount().amount(),
                        entry.booked())
                .add(
                        " ORDER BY CASE WHEN reference = ? THEN 0 WHEN counter_account = ? THEN 1 ELSE 2 END,"
                                + " booked DESC, id FETCH FIRST " + CANDIDATES + " ROWS ONLY",
                        entry.reference(),
                        entry.counterAccount()));
    }

    /**
     * Takes an entry out of the queue; nobody else changes it until the transaction is over.
     *
     * @return empty if somebody was faster, or there is none
     */
    Optional<Transfer> claim(String id) {
        return claim(id, OPEN);
    }

    /** The same for money that came in and was not given back, decided or not. */
    Optional<Transfer> claimCredit(String id) {
        return claim(id, "('new', 'waiting', 'matched', 'assigned', 'aside') AND direction = 'CREDIT'");
    }

    private Optional<Transfer> claim(String id, String states) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(
                    "UPDATE payments_bank_entry SET changes = changes + 1 WHERE id = ? AND state IN " + states)) {
                claim.setString(1, id);
                return claim.executeUpdate() == 0 ? Optional.empty() : find(id);
            }
        });
    }

    /** Nobody is certain what it is for. */
    void leaveWaiting(String id) {
        tables.unit().sql(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE payments_bank_entry SET state = 'waiting' WHERE id = ? AND state = 'new'")) {
                update.setString(1, id);
                return update.executeUpdate();
            }
        });
    }

    /** Decides; the database adds up what is assigned by then and refuses whatever is not all or nothing. */
    void decide(String id, State state, String by, String reason, Instant now) {
        tables.unit().sql(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE payments_bank_entry SET state = ?, decided = ?, decided_by = ?,"
                            + " reason = ?, assigned = COALESCE((SELECT SUM(a.costs + a.interest + a.principal + a.surplus)"
                            + " FROM payments_assignment a WHERE a.entry_id = payments_bank_entry.id"
                            + " AND a.undone_by IS NULL), 0) WHERE id = ?")) {
                update.setString(1, state.code());
                Moments.set(update, 2, now);
                update.setString(3, cut(by, 120));
                update.setString(4, cut(reason, 500));
                update.setString(5, id);
                return update.executeUpdate();
            }
        });
    }

    void assign(Transfer transfer, List<Assignment> assignments, Instant now) {
        tables.unit().sql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO payments_assignment (entry_id, number, source, due_id, party_key, card, kind, creditor,"
                            + " costs, interest, principal, surplus, paid_on, booked)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                int number = 0;
                for (Assignment assignment : assignments) {
                    insert.setString(1, transfer.id());
                    insert.setInt(2, ++number);
                    insert.setString(3, assignment.source());
                    insert.setString(4, assignment.due());
                    insert.setString(5, assignment.party().value());
                    insert.setString(6, assignment.card());
                    insert.setString(7, assignment.kind().code());
                    insert.setString(8, creditor(connection, transfer, assignment));
                    insert.setBigDecimal(9, assignment.costs().amount());
                    insert.setBigDecimal(10, assignment.interest().amount());
                    insert.setBigDecimal(11, assignment.principal().amount());
                    insert.setBigDecimal(12, assignment.surplus().amount());
                    insert.setDate(13, Date.valueOf(transfer.entry().paymentDay()));
                    Moments.set(insert, 14, now);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            if (assignments.stream().anyMatch(Assignment::isOfModule)) {
                Tellings.of(connection, transfer.id(), now);
            }
            return assignments;
        });
    }

    /** The account of the gmina that got the money: of mass payments the bank tells only the payer's. */
    private static String creditor(Connection connection, Transfer transfer, Assignment assignment)
            throws SQLException {
        if (assignment.isOfModule()) {
            return transfer.entry().account().digits();
        }
        Query due = assignment.due().isEmpty()
                ? new Query(
                        "SELECT MIN(creditor_account) FROM payments_due " + Table.byIndex("payments_due_party")
                                + "WHERE party_key = ? AND card = ? AND kind = ?",
                        assignment.party().value(),
                        assignment.card(),
                        assignment.kind().code())
                : new Query(
                        "SELECT MIN(creditor_account) FROM payments_due " + Table.byKey("payments_due_pk")
                                + "WHERE source_id = ?",
                        assignment.due());
        return due.list(connection, row -> Optional.ofNullable(row.getString(1)))
                .get(0)
                .orElseGet(() -> transfer.entry().account().digits());
    }

    /** The bank has taken the money back. */
    void undo(String id, String reversal, Instant now) {
        tables.unit().sql(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE payments_assignment SET undone_by = ?, undone = ? WHERE entry_id = ?")) {
                update.setString(1, reversal);
                Moments.set(update, 2, now);
                update.setString(3, id);
                update.executeUpdate();
            }
            Tellings.of(connection, reversal, now);
            return id;
        });
    }

    /** Forgets entries of before that day with which no due was paid. */
    void forget(LocalDate before) {
        tables.unit().sql(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM payments_bank_entry WHERE state IN ('returned', 'aside') AND booked < ?")) {
                delete.setDate(1, Date.valueOf(before));
                return delete.executeUpdate();
            }
        });
    }

    /** What an entry was assigned to, also what was undone. */
    List<Assignment> assignments(String id) {
        return tables.unit().sql(connection -> new Query(
                        "SELECT source, due_id, party_key, card, kind, costs, interest, principal, surplus FROM payments_assignment"
                                + " WHERE entry_id = ? ORDER BY number",
                        id)
                .list(connection, BankEntries::assignment));
    }

    /** Whether the tax system has any of it, so that it has to be undone there too. */
    boolean isTakenOver(String id) {
        return tables.unit().sql(connection -> isAny(connection, id));
    }

    private static boolean isAny(Connection connection, String id) throws SQLException {
        return new Query("SELECT COUNT(*) FROM payments_assignment WHERE entry_id = ? AND taken_over IS NOT NULL", id)
                        .list(connection, row -> row.getInt(1))
                        .get(0)
                > 0;
    }

    private List<Transfer> list(Query query) {
        return tables.unit().sql(connection -> query.list(connection, BankEntries::transfer));
    }

    static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getString("source"),
                row.getString("due_id"),
                new PartyKey(row.getString("party_key")),
                row.getString("card"),
                Kind.ofCode(row.getString("kind")).orElse(Kind.OTHER),
                new Money(row.getBigDecimal("costs")),
                new Money(row.getBigDecimal("interest")),
                new Money(row.getBigDecimal("principal")),
                new Money(row.getBigDecimal("surplus")));
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        BankEntry entry = new BankEntry(
                row.getString("statement"),
                row.getInt("position"),
                row.getInt("line"),
                row.getDate("booked").toLocalDate(),
                row.getDate("valued").toLocalDate(),
                BankEntry.Direction.valueOf(row.getString("direction")),
                new Money(row.getBigDecimal("amount")),
                new Nrb(row.getString("account")),
                row.getString("counter_account"),
                row.getString("counter_name"),
                row.getString("title"),
                row.getString("reference"));
        return new Transfer(
                row.getString("id"),
                entry,
                State.ofCode(row.getString("state")),
                Moments.get(row, row.findColumn("decided")),
                row.getString("decided_by"),
                row.getString("reason"));
    }

    private static String in(Set<State> states) {
        return Stream.of(State.values())
                .filter(states::contains)
                .map(state -> "'" + state.code() + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
