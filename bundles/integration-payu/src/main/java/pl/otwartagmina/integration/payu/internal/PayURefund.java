package pl.otwartagmina.integration.payu.internal;

import com.fasterxml.jackson.databind.JsonNode;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/**
 * A refund as PayU tells of it.
 *
 * @param extRefundId the portal's id of it, empty if it was made in PayU's panel
 */
record PayURefund(String refundId, String extRefundId, Money amount, Refunding standing) {
    static PayURefund of(JsonNode refund) throws Unreadable {
        return new PayURefund(
                refund.path("refundId").asText(""),
                StrictJson.text(refund, "extRefundId").orElse(""),
                PayUOrder.amount(refund, "amount"),
                switch (StrictJson.needText(refund, "status")) {
                    case "PENDING" -> Refunding.PENDING;
                    case "FINALIZED" -> Refunding.DONE;
                    case "CANCELED" -> Refunding.FAILED;
                    default -> throw new Unreadable("an unknown status of a refund");
                });
    }

    /** What the payer got by it. */
    Money given() {
        return standing == Refunding.DONE ? amount : Money.ZERO;
    }
}
