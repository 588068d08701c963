package pl.otwartagmina.api.gateway;

import java.net.URI;

/**
 * A payment that was opened.
 *
 * @param reference the gateway's own id of it, up to 100 characters
 * @param page where the payer goes on
 */
public record Checkout(String reference, URI page) {}
