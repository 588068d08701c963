package pl.otwartagmina.service.payments.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.otwartagmina.api.gateway.Standing;

class OrderStateTest {
    private static final Set<Standing.State> FINAL = EnumSet.of(Standing.State.CONFIRMED, Standing.State.REFUNDED);

    @ParameterizedTest
    @EnumSource
    void what_the_gateway_says_leads_along_allowed_ways_only(OrderState state) {
        for (Standing.State said : Standing.State.values()) {
            OrderState at = state;
            for (OrderState next : state.after(said)) {
                assertThat(at.mayBecome(next)).as(at + " to " + next).isTrue();
                at = next;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_said_once_changes_nothing_a_second_time(OrderState state) {
        for (Standing.State said : Standing.State.values()) {
            assertThat(end(end(state, said), said)).isEqualTo(end(state, said));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_state_is_found_by_its_code(OrderState state) {
        assertThat(OrderState.ofCode(state.code())).isEqualTo(state);
    }

    /** Lost, doubled, late, out of order: where the money was said to be decides, nothing else. */
    @Property
    void money_that_came_is_booked_whatever_else_is_said_and_when(
            @ForAll @Size(max = 6) List<Standing.State> others, @ForAll long seed) {
        List<Standing.State> said = new ArrayList<>(others);
        said.removeAll(FINAL);
        said.add(Standing.State.CONFIRMED);
        said.add(Standing.State.CONFIRMED);
        Collections.shuffle(said, new java.util.Random(seed));

        assertThat(said.stream().reduce(OrderState.CREATED, OrderStateTest::end, (one, other) -> other))
                .isEqualTo(OrderState.BOOKED);
    }

    @Property
    void what_was_given_back_ends_given_back_even_if_it_is_heard_of_before_the_money(
            @ForAll @Size(max = 6) List<Standing.State> others, @ForAll long seed) {
        List<Standing.State> said = new ArrayList<>(others);
        said.add(Standing.State.CONFIRMED);
        said.add(Standing.State.REFUNDED);
        Collections.shuffle(said, new java.util.Random(seed));

        assertThat(said.stream().reduce(OrderState.REDIRECTED, OrderStateTest::end, (one, other) -> other))
                .isEqualTo(OrderState.REFUNDED);
    }

    private static OrderState end(OrderState from, Standing.State said) {
        List<OrderState> way = from.after(said);
        return way.isEmpty() ? from : way.get(way.size() - 1);
    }
}
