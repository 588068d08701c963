package pl.otwartagmina.service.payments.internal.order;

import pl.otwartagmina.api.gateway.Notice;

/**
 * A notification that was signed.
 *
 * @param gateway id of the gateway
 * @param digest SHA-256 of what was sent, in hexadecimal
 */
public record GatewayEvent(String gateway, Notice notice, String digest) {}
