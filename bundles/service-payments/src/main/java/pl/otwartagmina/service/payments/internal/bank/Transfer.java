package pl.otwartagmina.service.payments.internal.bank;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.service.payments.internal.bank.BankEntry.Direction;

/**
 * An entry of a statement that the portal has taken, and what became of it.
 *
 * @param id the {@link BankEntry#key} of the entry
 * @param decided when it left the queue
 * @param decidedBy name of the clerk, empty where the portal itself was certain
 * @param reason as the clerk gave it, may be empty
 */
public record Transfer(
        String id, BankEntry entry, State state, Optional<Instant> decided, String decidedBy, String reason) {

    /** What became of it. */
    public enum State {
        /** Written down, not looked at yet. */
        NEW,
        /** For a clerk. */
        WAITING,
        /** Booked by the portal, which was certain. */
        MATCHED,
        /** Booked by a clerk. */
        ASSIGNED,
        /** To be given back. */
        RETURNED,
        /** Nothing that dues are paid with. */
        ASIDE,
        /** The bank has taken the money back. */
        REVERSED,
        /** The bank took money back; what was booked with it is undone. */
        REVERSAL;

        /** Nobody has decided. */
        public static final Set<State> OPEN = Set.of(NEW, WAITING);

        /** All of the money is assigned. */
        public static final Set<State> BOOKED = Set.of(MATCHED, ASSIGNED);

        /** The word for it in the tables, and in message keys: {@code payments.entry.state.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that code. */
        public static State ofCode(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No state " + code));
        }
    }

    /** Whether it waits for a clerk. */
    public boolean isOpen() {
        return State.OPEN.contains(state);
    }

    /** Whether it can be assigned to dues: money that came in and was not given back by the bank before. */
    public boolean isPayment() {
        return entry.direction() == Direction.CREDIT;
    }

    /** Whether the bank takes back what it credited before. */
    public boolean isReversal() {
        return entry.direction() == Direction.CREDIT_REVERSED;
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "Transfer[" + entry + ", " + state + "]";
    }
}
