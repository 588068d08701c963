package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;

/**
 * Something that somebody of the office has to look at.
 *
 * @param kind the verb under which it stands in the audit trail, such as {@code contradiction}
 * @param order which order it is about, as far as that is known
 * @param raised when it was raised first
 * @param latest when it was raised last
 * @param times how often
 */
public record Alarm(String id, String kind, String order, String gateway, Instant raised, Instant latest, int times) {}
