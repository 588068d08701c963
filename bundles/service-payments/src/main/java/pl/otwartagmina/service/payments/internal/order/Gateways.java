package pl.otwartagmina.service.payments.internal.order;

import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.gateway.PaymentGateway;

/** The gateways that are there at this moment. */
public interface Gateways {
    /** All, always in the same order. */
    List<PaymentGateway> all();

    /** The gateway of that id. */
    default Optional<PaymentGateway> find(String id) {
        return all().stream().filter(gateway -> gateway.id().equals(id)).findFirst();
    }
}
