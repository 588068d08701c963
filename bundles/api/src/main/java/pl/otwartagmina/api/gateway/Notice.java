package pl.otwartagmina.api.gateway;

/**
 * What a believed notification says.
 *
 * @param event the same for each repetition of the same event, and for no other of this gateway; up to 200 characters
 * @param order {@link Order#id}
 * @param reference the gateway's own id of the payment
 * @param standing of the order as of this event
 */
public record Notice(String event, String order, String reference, Standing standing) {}
