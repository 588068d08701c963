package pl.otwartagmina.service.payments.internal;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.service.payments.internal.order.Gateways;

/** Gateways come and go with their bundles. */
@Component(service = Gateways.class)
public final class InstalledGateways implements Gateways {
    private final List<PaymentGateway> gateways = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(PaymentGateway gateway) {
        gateways.add(gateway);
    }

    void remove(PaymentGateway gateway) {
        gateways.remove(gateway);
    }

    @Override
    public List<PaymentGateway> all() {
        return gateways.stream()
                .sorted(Comparator.comparing(PaymentGateway::id))
                .toList();
    }
}
