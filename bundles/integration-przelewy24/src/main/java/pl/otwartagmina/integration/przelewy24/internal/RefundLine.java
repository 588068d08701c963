package pl.otwartagmina.integration.przelewy24.internal;

import com.fasterxml.jackson.databind.JsonNode;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/**
 * A refund of a transaction, as Przelewy24 tells of it.
 *
 * @param requestId the portal's id of it, empty if it was made in the panel of Przelewy24
 */
record RefundLine(String requestId, Money amount, Refunding standing) {
    static RefundLine of(JsonNode refund) throws Unreadable {
        return new RefundLine(
                StrictJson.text(refund, "requestId").orElse(""),
                Money.ofGrosze(StrictJson.needWhole(refund, "amount")),
                switch ((int) StrictJson.needWhole(refund, "status")) {
                    case 1 -> Refunding.DONE;
                    case 2, 3 -> Refunding.PENDING;
                    case 0, 4 -> Refunding.FAILED;
                    default -> throw new Unreadable("an unknown status of a refund");
                });
    }

    /** What the payer got by it. */
    Money given() {
        return standing == Refunding.DONE ? amount : Money.ZERO;
    }
}
