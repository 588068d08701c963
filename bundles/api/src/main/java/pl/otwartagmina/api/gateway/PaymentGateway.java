package pl.otwartagmina.api.gateway;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A company that takes payments for the gmina (operator płatności). An integration registers one service for each; while
 * it is registered, the basket offers it.
 *
 * <p>The integration speaks the gateway's protocol and vouches for what comes of it. What a payment is, when it is booked,
 * and that each event counts once, is the portal's. Every method that calls the gateway answers within twenty seconds or
 * throws {@link GatewayUnavailable}, and may be called again after that: the gateway is asked by the order's id, so that
 * one order is never charged twice.
 */
@ConsumerType
public interface PaymentGateway {
    /** Its part of the address and of the journal: lower-case letters, digits and {@code -}; for ever. */
    String id();

    /** Its name as the payer reads it, such as "PayU". */
    String name(Locale locale);

    /** What it takes. */
    Terms terms();

    /**
     * Opens a payment at the gateway and says where the payer goes on. Asked again with the same order, it opens no second
     * one; the page is {@link Order#back} then if the order is paid already.
     *
     * @throws GatewayUnavailable if the gateway cannot be reached or fails; the order may be there or not
     * @throws GatewayRefused if it will never take this order, or has taken it but can show its page no more; it cannot be
     *     paid then
     */
    Checkout open(Order order) throws GatewayUnavailable, GatewayRefused;

    /**
     * Reads what came to the notification's address, and believes it only if it is signed. Calls nobody and changes nothing.
     *
     * @throws NotBelieved if it was not signed by the gateway, or says nothing that can be understood
     */
    Notice read(Notification notification) throws NotBelieved;

    /**
     * How the order stands at the gateway. Where the gateway wants paid orders to be taken (capture, verify), this takes
     * them: {@link Standing.State#CONFIRMED} means that the money is the gmina's.
     *
     * @param reference of the {@link Checkout}, empty if it never arrived
     * @throws GatewayUnavailable if the gateway cannot be reached or fails
     */
    Standing ask(Order order, String reference) throws GatewayUnavailable;

    /**
     * Gives back all or part of a confirmed order. Asked again with the same refund, it gives back once and says how the
     * refund stands now.
     *
     * @throws GatewayUnavailable if the gateway cannot be reached or fails; it may have taken the refund or not
     * @throws GatewayRefused if it will never give this back
     */
    Refunding refund(Order order, String reference, Refund refund) throws GatewayUnavailable, GatewayRefused;
}
