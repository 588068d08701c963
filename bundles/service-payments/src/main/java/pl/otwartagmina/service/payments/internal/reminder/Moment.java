package pl.otwartagmina.service.payments.internal.reminder;

import java.util.Locale;

/** When somebody is reminded of a due: once at each of the two. */
public enum Moment {
    /** Its day is near. */
    BEFORE,
    /** Its day has passed. */
    AFTER;

    /** The word for it in tables and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The moment of that code. */
    public static Moment ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
