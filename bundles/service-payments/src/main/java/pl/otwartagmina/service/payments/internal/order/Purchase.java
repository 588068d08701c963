package pl.otwartagmina.service.payments.internal.order;

import java.util.List;

/**
 * What somebody wants to pay at once.
 *
 * @param request chosen by the payer's page: the same request is the same payment, however often it is sent
 * @param lines what is paid
 */
public record Purchase(String request, PaymentOrder.Payer payer, List<OrderLine> lines) {
    public Purchase {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Nothing is to be paid");
        }
    }
}
