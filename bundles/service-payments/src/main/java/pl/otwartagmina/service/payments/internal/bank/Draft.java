package pl.otwartagmina.service.payments.internal.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

/** A statement while it is read, of whatever format. */
final class Draft {
    private static final int BBAN = 24;

    private final int line;
    private final List<BankEntry> entries = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private String number = "";
    private Optional<Nrb> account = Optional.empty();
    private Optional<Money> opening = Optional.empty();
    private Optional<Money> closing = Optional.empty();
    private Optional<Fault.Reason> unusable = Optional.empty();
    private int position;

    Draft(int line) {
        this.line = line;
    }

    String number() {
        return number;
    }

    void number(String text) {
        number = text.strip();
    }

    /** An NRB with or without the country, or sort code and account without check digits. */
    void account(String text) {
        String digits = text.replaceAll("[\\s/-]", "").replaceFirst("^PL", "").replaceFirst("PLN$", "");
        try {
            account = Optional.of(digits.length() == BBAN ? Nrb.ofBban(digits) : new Nrb(digits));
        } catch (InvalidNumber other) {
            account = Optional.empty();
        }
    }

    Optional<Nrb> account() {
        return account;
    }

    void opening(Money balance) {
        // with pages, the first one counts
        opening = opening.or(() -> Optional.of(balance));
    }

    void closing(Money balance) {
        closing = Optional.of(balance);
    }

    /** Nothing of the statement can be taken. */
    void unusable(Fault.Reason reason) {
        unusable = unusable.or(() -> Optional.of(reason));
    }

    /** The place of the next entry. */
    int next() {
        return ++position;
    }

    void add(BankEntry entry) {
        entries.add(entry);
    }

    void reject(int at, Fault.Reason reason) {
        faults.add(new Fault(at, number, position, reason));
    }

    /**
     * Puts the statement where it belongs. One that was read without a fault must add up; where an entry was rejected the
     * others are taken, and the statement is told to be incomplete.
     */
    void finish(List<BankStatement> statements, List<Fault> allFaults) {
        Optional<Fault.Reason> reason = unusable.or(this::flaw);
        if (reason.isPresent()) {
            allFaults.add(new Fault(line, number, 0, reason.get()));
            return;
        }
        allFaults.addAll(faults);
        statements.add(new BankStatement(
                number, account.orElseThrow(), opening.orElseThrow(), closing.orElseThrow(), entries, nothingLost()));
    }

    private Optional<Fault.Reason> flaw() {
        if (account.isEmpty()) {
            return Optional.of(Fault.Reason.ACCOUNT);
        }
        if (closing.isEmpty() || opening.isEmpty()) {
            return Optional.of(Fault.Reason.CUT);
        }
        Money sum = entries.stream().map(BankEntry::change).reduce(opening.get(), Money::plus);
        return nothingLost() && !sum.equals(closing.get()) ? Optional.of(Fault.Reason.BALANCE) : Optional.empty();
    }

    /** What the bank has not booked is not in its balance either. */
    private boolean nothingLost() {
        return faults.stream().allMatch(fault -> fault.reason() == Fault.Reason.NOT_BOOKED);
    }
}
