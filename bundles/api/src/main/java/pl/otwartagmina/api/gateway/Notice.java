package pl.otwartagmina.api.gateway;

/**
 * What a believed notification says.
 *
 * @param event the same for each repetition of the same event, and for no other of this gateway; up to 200 characters
 * @param order {@link Order#id}
 * @param reference the gateway's own id of the payment, as in {@link Checkout}
 * @param standing of the order as of this event; events come late and in any order, so what holds now is what {@link
 *     PaymentGateway#ask} says. Of a refund it is {@code REFUNDED} with what this one event gave back, zero where the
 *     gateway only took the refund, or will not do it
 */
public record Notice(String event, String order, String reference, Standing standing) {}
