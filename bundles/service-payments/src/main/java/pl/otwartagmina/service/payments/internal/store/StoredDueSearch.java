package pl.otwartagmina.service.payments.internal.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.bank.DueSearch;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccount;

/**
 * Finds dues that a transfer may be for. Whatever money is here counts as paid, whether or not the tax system has it already;
 * an online payment that is under way does not, because it may yet fail.
 */
final class StoredDueSearch implements DueSearch {
    private static final String SELECT =
            "SELECT " + String.join(", ", Table.DUES.columns()) + " FROM payments_due_arrived WHERE ";
    private static final String IN_ORDER = " ORDER BY due_day, source_id";
    private static final int MOST_EQUAL = 100;

    /** Who pays for more people than these pays for anybody, as a post office does, and tells nothing. */
    private static final int MOST_PARTIES = 10;

    /** Interest is in whole złoty, and less than this is not charged (art. 54 § 1 pkt 5, art. 63 § 1 Ordynacji). */
    private static final int LEAST_INTEREST = 9;

    private static final int MOST_INTEREST = 100;

    private final DuesTables tables;
    private final LateInterest lateInterest;

    StoredDueSearch(DuesTables tables, LateInterest lateInterest) {
        this.tables = tables;
        this.lateInterest = lateInterest;
    }

    @Override
    public List<Due> byVirtualAccount(VirtualAccount account) {
        // the number of a payer is that of a card, filled up with zeros
        String payer = account.payer();
        List<String> cards = IntStream.range(0, payer.length())
                .filter(at -> payer.substring(0, at).chars().allMatch(digit -> digit == '0'))
                .mapToObj(payer::substring)
                .toList();
        return byBareCards(cards).stream()
                .filter(due -> account.isOf(due.kind(), due.card()))
                .toList();
    }

    @Override
    public Optional<Due> byId(String id) {
        return list(new Query(SELECT).add("source_id = ?", id)).stream().findFirst();
    }

    @Override
    public List<Due> byCards(Set<String> bareNumbers) {
        return byBareCards(bareNumbers);
    }

    private List<Due> byBareCards(Collection<String> cards) {
        return cards.isEmpty()
                ? List.of()
                : list(new Query(SELECT).in("bare_card", cards).add(IN_ORDER));
    }

    @Override
    public List<Due> byCounterAccount(String counterAccount) {
        if (counterAccount.isEmpty()) {
            return List.of();
        }
        List<String> parties = tables.unit().sql(connection -> new Query(
                        "SELECT DISTINCT a.party_key FROM payments_assignment a"
                                + " JOIN payments_bank_entry e ON e.id = a.entry_id"
                                + " WHERE e.counter_account = ? AND a.undone_by IS NULL FETCH FIRST "
                                + (MOST_PARTIES + 1) + " ROWS ONLY",
                        counterAccount)
                .list(connection, row -> row.getString(1)));
        List<Due> dues = new ArrayList<>();
        if (parties.size() <= MOST_PARTIES) {
            parties.forEach(party -> dues.addAll(
                    list(new Query(SELECT).add("party_key = ?", party).add(IN_ORDER))));
        }
        return dues;
    }

    /** Those of which nothing is paid yet; of many equal ones only some, because they say nothing anyway. */
    @Override
    public List<Due> byAmount(Money amount, LocalDate day) {
        List<BigDecimal> principals = Stream.concat(
                        Stream.of(amount),
                        IntStream.rangeClosed(LEAST_INTEREST, MOST_INTEREST)
                                .mapToObj(interest -> amount.minus(Money.ofGrosze(100L * interest))))
                .filter(Money::isPositive)
                .map(Money::amount)
                .toList();
        return list(new Query(SELECT)
                        .add("paid = 0 AND ")
                        .in("principal", principals)
                        .add(" FETCH FIRST " + MOST_EQUAL + " ROWS ONLY"))
                .stream()
                .filter(due -> Owed.on(day, due, lateInterest).toPay().equals(amount))
                .toList();
    }

    /** The same dues, which nobody else books until the transaction is over. */
    void lock(PartyKey party, String card) {
        List<String> open = tables.unit().sql(connection -> new Query(
                        "SELECT source_id FROM payments_due WHERE party_key = ? AND card = ?"
                                + " AND principal - paid + reminder_cost > 0",
                        party.value(),
                        card)
                .list(connection, row -> row.getString(1)));
        ImportedDues.lock(tables, open);
    }

    private List<Due> list(Query query) {
        return tables.unit().sql(connection -> query.list(connection, Dues::due)).stream()
                .map(Due::withPendingPaid)
                .toList();
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }
}
