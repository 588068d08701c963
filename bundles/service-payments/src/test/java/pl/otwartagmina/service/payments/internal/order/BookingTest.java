package pl.otwartagmina.service.payments.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.value.Money;

class BookingTest {
    @Test
    void what_is_still_open_gets_what_was_paid_for_it() {
        Booking booking = book(line("16.00", "4.00", "131.00"), "147.00", "16.00");

        assertThat(booking.costs()).isEqualTo(Money.of("16.00"));
        assertThat(booking.interest()).isEqualTo(Money.of("4.00"));
        assertThat(booking.principal()).isEqualTo(Money.of("131.00"));
        assertThat(booking.surplus()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_a_transfer_has_paid_meanwhile_is_an_overpayment() {
        Booking booking = book(line("0.00", "4.00", "131.00"), "31.00", "0.00");

        assertThat(booking.principal()).isEqualTo(Money.of("31.00"));
        assertThat(booking.surplus()).isEqualTo(Money.of("100.00"));
    }

    @Test
    void a_due_that_is_settled_needs_nothing_not_even_interest() {
        assertThat(book(line("16.00", "4.00", "131.00"), "0.00", "16.00").surplus())
                .isEqualTo(Money.of("151.00"));
    }

    @Property
    void every_grosz_is_booked_somewhere_and_no_due_gets_more_than_it_needs(
            @ForAll @LongRange(min = 0, max = 5_000) long costs,
            @ForAll @LongRange(min = 0, max = 90_000) long interest,
            @ForAll @LongRange(min = 1, max = 900_000) long principal,
            @ForAll @LongRange(min = 0, max = 900_000) long open,
            @ForAll @LongRange(min = 0, max = 5_000) long openCosts) {
        OrderLine line = new OrderLine(
                "payments",
                "1",
                ANNA,
                "Podatek",
                GMINA,
                Money.ofGrosze(costs),
                Money.ofGrosze(interest),
                Money.ofGrosze(principal));

        Booking booking = Booking.of("order", 1, line, Money.ofGrosze(open), Money.ofGrosze(openCosts), TODAY);

        assertThat(booking.amount()).isEqualTo(line.amount());
        assertThat(booking.costs().plus(booking.principal())).isLessThanOrEqualTo(Money.ofGrosze(open));
        assertThat(booking.surplus().isNegative()).isFalse();
    }

    private static Booking book(OrderLine line, String open, String openCosts) {
        return Booking.of("order", 1, line, Money.of(open), Money.of(openCosts), TODAY);
    }

    private static OrderLine line(String costs, String interest, String principal) {
        return new OrderLine(
                "payments", "1", ANNA, "Podatek", GMINA, Money.of(costs), Money.of(interest), Money.of(principal));
    }
}
