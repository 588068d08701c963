package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;

/**
 * A file that was read to its end.
 *
 * @param sheet the sort of file
 */
public record ImportLine(
        Instant finished, String sheet, String file, long accepted, long changed, long unchanged, long rejected) {}
