package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the reader looks for in the list of dues.
 *
 * @param group a kind, or a module
 * @param text part of the number of a decision or card, in any case; empty for all
 */
public record DueFilter(
        Optional<DueGroup> group, Optional<LocalDate> from, Optional<LocalDate> to, OptionalInt year, String text) {
    /** All dues. */
    public static final DueFilter ALL =
            new DueFilter(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), "");

    public DueFilter {
        text = text.strip();
    }

    /** Whether the due is found. The store's SQL says the same. */
    public boolean finds(Due due) {
        String part = text.toLowerCase(Locale.ROOT);
        return group.map(one -> one.has(due)).orElse(true)
                && from.map(day -> !due.dueDay().isBefore(day)).orElse(true)
                && to.map(day -> !due.dueDay().isAfter(day)).orElse(true)
                && (year.isEmpty() || year.getAsInt() == due.year())
                && (due.decision().toLowerCase(Locale.ROOT).contains(part)
                        || due.card().toLowerCase(Locale.ROOT).contains(part));
    }
}
