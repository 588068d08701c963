package pl.otwartagmina.api.gateway;

import pl.otwartagmina.api.value.Money;

/**
 * What is given back of an order.
 *
 * @param id unique for ever; the gateway knows the refund by it; a UUID
 * @param reason for the gateway's books, without personal data; up to 100 characters
 */
public record Refund(String id, Money amount, String reason) {
    public Refund {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A refund is more than nothing");
        }
    }
}
