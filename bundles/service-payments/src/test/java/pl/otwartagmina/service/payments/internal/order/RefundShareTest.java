package pl.otwartagmina.service.payments.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.value.Money;

class RefundShareTest {
    @Test
    void overpayments_go_back_before_anything_that_was_owed_and_the_last_line_before_the_first() {
        List<Booking> bookings = List.of(booking(1, 16, 10, 100, 5), booking(2, 0, 0, 50, 7));

        assertThat(RefundShare.of(grosze(12), bookings, List.of()))
                .containsExactly(share(1, 0, 0, 0, 5), share(2, 0, 0, 0, 7));
        assertThat(RefundShare.of(grosze(100), bookings, List.of()))
                .containsExactly(share(1, 0, 0, 38, 5), share(2, 0, 0, 50, 7));
    }

    @Test
    void a_later_refund_takes_what_the_earlier_left() {
        List<Booking> bookings = List.of(booking(1, 16, 10, 100, 5));
        List<RefundShare> before = RefundShare.of(grosze(105), bookings, List.of());

        assertThat(RefundShare.of(grosze(26), bookings, before)).containsExactly(share(1, 16, 10, 0, 0));
        assertThatThrownBy(() -> RefundShare.of(grosze(27), bookings, before))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatever_is_given_back_in_turn_every_grosz_has_its_place_once(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 5000) Integer> parts,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 9000) Integer> refunds) {
        List<Booking> bookings = new ArrayList<>();
        int paid = 0;
        for (int i = 0; i < parts.size(); i++) {
            int part = parts.get(i) + 1;
            bookings.add(booking(i + 1, part / 7, part / 5, part, part / 3));
            paid += part / 7 + part / 5 + part + part / 3;
        }
        List<RefundShare> all = new ArrayList<>();
        int left = paid;
        for (int refund : refunds) {
            int amount = Math.min(refund, left);
            if (amount > 0) {
                List<RefundShare> shares = RefundShare.of(grosze(amount), bookings, all);
                assertThat(sum(shares)).isEqualTo(grosze(amount));
                all.addAll(shares);
                left -= amount;
            }
        }
        for (Booking booking : bookings) {
            List<RefundShare> ofLine =
                    all.stream().filter(share -> share.line() == booking.line()).toList();
            assertThat(sum(ofLine)).isLessThanOrEqualTo(booking.amount());
            assertThat(ofLine.stream().map(RefundShare::principal).reduce(Money.ZERO, Money::plus))
                    .isLessThanOrEqualTo(booking.principal());
        }
    }

    private static Money sum(List<RefundShare> shares) {
        return shares.stream().map(RefundShare::amount).reduce(Money.ZERO, Money::plus);
    }

    private static Money grosze(int amount) {
        return Money.ofGrosze(amount);
    }

    private static RefundShare share(int line, int costs, int interest, int principal, int surplus) {
        return new RefundShare(line, grosze(costs), grosze(interest), grosze(principal), grosze(surplus));
    }

    private static Booking booking(int line, int costs, int interest, int principal, int surplus) {
        OrderLine of = new OrderLine(
                "payments",
                "D" + line,
                ANNA,
                "Podatek",
                GMINA,
                grosze(costs),
                grosze(interest),
                grosze(principal + surplus));
        return new Booking("o", line, of, grosze(costs), grosze(interest), grosze(principal), grosze(surplus), TODAY);
    }
}
