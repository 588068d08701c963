package pl.otwartagmina.integration.przelewy24.internal;

import com.fasterxml.jackson.databind.JsonNode;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/**
 * A transaction as Przelewy24 tells of it.
 *
 * @param orderId number that Przelewy24 gave it, 0 before it was paid
 */
record Transaction(long orderId, Money amount, State state) {
    static Transaction of(JsonNode transaction) throws Unreadable {
        return new Transaction(
                transaction.path("orderId").asLong(),
                amount(transaction),
                switch ((int) StrictJson.needWhole(transaction, "status")) {
                    case 0 -> State.OPEN;
                    case 1 -> State.PAID;
                    case 2 -> State.CONFIRMED;
                    case 3 -> State.REFUNDED;
                    default -> throw new Unreadable("an unknown status");
                });
    }

    /** Grosze, of złoty only. */
    static Money amount(JsonNode object) throws Unreadable {
        if (!StrictJson.needText(object, "currency").equals("PLN")) {
            throw new Unreadable("another currency");
        }
        long grosze = StrictJson.needWhole(object, "amount");
        if (grosze <= 0) {
            throw new Unreadable("no amount");
        }
        return Money.ofGrosze(grosze);
    }
}
