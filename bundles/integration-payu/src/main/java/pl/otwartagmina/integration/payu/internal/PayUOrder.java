package pl.otwartagmina.integration.payu.internal;

import com.fasterxml.jackson.databind.JsonNode;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/**
 * An order as PayU tells of it, in notifications and in answers alike.
 *
 * @param status PayU's word, one of those known
 */
record PayUOrder(String orderId, String extOrderId, String posId, Money amount, String status) {
    private static final String WAITING = "WAITING_FOR_CONFIRMATION";

    /** @throws Unreadable if something is missing, in another currency or of an unknown status */
    static PayUOrder of(JsonNode order) throws Unreadable {
        PayUOrder read = new PayUOrder(
                StrictJson.needText(order, "orderId"),
                StrictJson.needText(order, "extOrderId"),
                order.path("merchantPosId").asText(""),
                amount(order, "totalAmount"),
                StrictJson.needText(order, "status"));
        read.state();
        return read;
    }

    /** Whole grosze as a text, of złoty only. */
    static Money amount(JsonNode object, String name) throws Unreadable {
        if (!StrictJson.needText(object, "currencyCode").equals("PLN")) {
            throw new Unreadable("another currency");
        }
        String grosze = object.path(name).asText("");
        if (!grosze.matches("\\d{1,15}")) {
            throw new Unreadable("no amount");
        }
        return Money.ofGrosze(Long.parseLong(grosze));
    }

    State state() throws Unreadable {
        return switch (status) {
            case "NEW" -> State.OPEN;
            case "PENDING" -> State.PENDING;
            case WAITING -> State.PAID;
            case "COMPLETED" -> State.CONFIRMED;
            case "CANCELED", "REJECTED" -> State.FAILED;
            default -> throw new Unreadable("an unknown status");
        };
    }

    /** Whether it waits to be taken. */
    boolean isWaiting() {
        return status.equals(WAITING);
    }
}
