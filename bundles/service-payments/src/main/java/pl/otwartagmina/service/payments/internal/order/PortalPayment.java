package pl.otwartagmina.service.payments.internal.order;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tax system is told as the name of something paid in the portal, and says again when it has taken it over:
 * {@code ORDER/LINE}.
 *
 * @param id of the order, or of what else was booked as a whole
 * @param line in it, from 1
 */
public record PortalPayment(String id, int line) {
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9-]{1,64})/([1-9][0-9]{0,5})");

    /** Reads it. */
    public static Optional<PortalPayment> of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new PortalPayment(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return id + "/" + line;
    }
}
