package pl.otwartagmina.service.payments.internal.ui;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.OrderEvent;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.slip.Receipt;

/** The receipts of a payment: one for each account of the gmina. */
final class Receipts {
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    private Receipts() {}

    /** Of what was booked of an order; none before. */
    static List<Receipt> of(Paying paying, Acting acting, PaymentOrder order, List<Booking> bookings, String gateway) {
        if (bookings.isEmpty()) {
            return List.of();
        }
        Instant confirmed = paying.cashier().orders().journal(order.id()).stream()
                .filter(event -> event.state() == OrderState.BOOKED)
                .map(OrderEvent::happened)
                .findFirst()
                .orElseThrow();
        return bookings.stream()
                .collect(groupingBy(booking -> booking.of().creditor(), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(account -> new Receipt(
                        order.id(),
                        gateway,
                        confirmed,
                        paying.office().name(POLISH),
                        paying.office().address(),
                        paying.office().nip(),
                        account.getKey(),
                        acting.person().map(person -> person.name()).orElse(""),
                        owner(acting, order),
                        account.getValue().stream()
                                .filter(booking -> booking.amount()
                                        .minus(booking.surplus())
                                        .isPositive())
                                .map(Receipts::line)
                                .toList(),
                        account.getValue().stream().map(Booking::surplus).reduce(Money.ZERO, Money::plus)))
                .toList();
    }

    private static Receipt.Line line(Booking booking) {
        return new Receipt.Line(booking.of().title(), "", booking.costs(), booking.interest(), booking.principal());
    }

    private static String owner(Acting acting, PaymentOrder order) {
        return acting.mandate()
                .filter(mandate -> mandate.id().equals(order.payer().mandate()))
                .map(Mandate::principalName)
                .orElse("");
    }
}
