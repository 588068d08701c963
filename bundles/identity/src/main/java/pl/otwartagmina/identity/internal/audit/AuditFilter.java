package pl.otwartagmina.identity.internal.audit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which records of the trail are looked for.
 *
 * @param text beginning of the actor, the action or the object's id, empty for all
 * @param from first day, of Europe/Warsaw
 * @param to last day
 */
public record AuditFilter(String text, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** All of them. */
    public static final AuditFilter ALL = new AuditFilter("", Optional.empty(), Optional.empty());
}
