package pl.otwartagmina.integration.sandboxbank.internal.bank;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * An order in the bank's books.
 *
 * @param nr grows with each order
 * @param id as the gmina knows it
 * @param reference as the bank knows it
 * @param token the secret part of the page's address
 * @param state one of {@link State}
 * @param settledAt when it was paid, refused or given up
 * @param refunded all that was given back
 */
record Entry(
        long nr,
        String id,
        String reference,
        String token,
        String title,
        List<Share> shares,
        Money amount,
        State state,
        Locale language,
        URI back,
        URI notifications,
        Instant expires,
        Optional<Instant> settledAt,
        Money refunded) {
    Entry {
        shares = List.copyOf(shares);
    }

    /** What goes to one account. */
    record Share(String account, Money amount, String title) {}

    enum State {
        OPEN,
        CONFIRMED,
        FAILED
    }

    /** Whether both are the same order, however it stands. */
    boolean isSameOrder(Entry other) {
        return id.equals(other.id) && amount.equals(other.amount) && shares.equals(other.shares);
    }

    @Override
    public String toString() {
        return "Entry[" + id + "]";
    }
}
