package pl.otwartagmina.service.payments.internal.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.gateway.Order;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;

/** Orders as their gateways see them. */
final class OutsideOrders {
    private final Gateways gateways;
    private final Office office;

    OutsideOrders(Gateways gateways, Office office) {
        this.gateways = gateways;
        this.office = office;
    }

    /** The gateway of an order. */
    PaymentGateway gateway(PaymentOrder order) throws GatewayUnavailable {
        return gateways.find(order.gateway())
                .orElseThrow(() -> new GatewayUnavailable(order.gateway() + " is not installed"));
    }

    /** The order as the gateway sees it. */
    Order of(PaymentOrder order) {
        URI portal = office.portal();
        Map<Nrb, Money> shares = order.lines().stream()
                .collect(groupingBy(
                        OrderLine::creditor, LinkedHashMap::new, reducing(Money.ZERO, OrderLine::amount, Money::plus)));
        String title = "Portal " + order.id();
        return new Order(
                order.id(),
                title,
                shares.entrySet().stream()
                        .map(share -> new Order.Share(share.getKey(), share.getValue(), title))
                        .toList(),
                order.payer().email(),
                order.payer().address(),
                order.payer().language(),
                portal.resolve("e/payments/paid/" + order.act()),
                portal.resolve(Cashier.NOTIFICATIONS + order.gateway()),
                order.expires());
    }
}
