package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the reader looks for in the list of dues.
 *
 * @param text part of the number of a decision or card, in any case; empty for all
 */
public record DueFilter(
        Optional<Kind> kind, Optional<LocalDate> from, Optional<LocalDate> to, OptionalInt year, String text) {
    /** All dues. */
    public static final DueFilter ALL =
            new DueFilter(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), "");

    public DueFilter {
        text = text.strip();
    }
}
