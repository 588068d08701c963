package pl.otwartagmina.service.payments.internal;

import java.util.Optional;

/**
 * Dues that are looked for together: a kind of those of the tax system, or all of a module.
 *
 * @param kind empty for a module
 */
public record DueGroup(String source, Optional<Kind> kind) {
    /** A kind of the tax system's dues. */
    public static DueGroup of(Kind kind) {
        return new DueGroup(DueOrigin.IMPORTED, Optional.of(kind));
    }

    /** All dues of a module. */
    public static DueGroup ofModule(String source) {
        return new DueGroup(source, Optional.empty());
    }

    boolean has(Due due) {
        return due.source().equals(source) && kind.map(due.kind()::equals).orElse(true);
    }
}
