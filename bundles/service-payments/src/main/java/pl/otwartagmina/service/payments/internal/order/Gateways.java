package pl.otwartagmina.service.payments.internal.order;

import java.util.List;
import java.util.Locale;
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

    /** What people call the gateway of that id; the id itself while it is not installed. */
    default String name(String id, Locale language) {
        return find(id).map(gateway -> gateway.name(language)).orElse(id);
    }
}
