package pl.otwartagmina.service.payments.internal.bank;

import java.time.Instant;

/**
 * A file of the bank that was taken.
 *
 * @param name of the file, as it was sent
 * @param by name of who sent it
 * @param taken entries that were new
 * @param known entries that were there before, or twice in the file
 * @param rejected entries and statements that could not be taken
 * @param waiting entries of it that wait for a clerk now
 */
public record TakenFile(
        String id,
        String name,
        Instant at,
        String by,
        String encoding,
        int statements,
        int taken,
        int known,
        int rejected,
        int waiting) {}
