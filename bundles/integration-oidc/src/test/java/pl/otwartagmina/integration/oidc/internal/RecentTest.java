package pl.otwartagmina.integration.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final MovableClock clock = new MovableClock();
    private final Recent<String> recent = new Recent<>(2, Duration.ofMinutes(1), clock);

    @Test
    void what_is_taken_is_gone() {
        recent.put("a", "1");
        assertThat(recent.take("a")).contains("1");
        assertThat(recent.take("a")).isEmpty();
    }

    @Test
    void what_is_old_is_forgotten() {
        recent.put("a", "1");
        clock.pass(Duration.ofSeconds(61));
        assertThat(recent.take("a")).isEmpty();
        assertThat(recent.addIfNew("a", "2")).isTrue();
    }

    @Test
    void the_eldest_makes_room() {
        recent.put("a", "1");
        recent.put("b", "2");
        assertThat(recent.keys(any -> true)).containsExactlyInAnyOrder("a", "b");
        recent.put("c", "3");
        assertThat(recent.keys(any -> true)).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void what_is_known_is_not_added_again() {
        assertThat(recent.addIfNew("a", "1")).isTrue();
        assertThat(recent.addIfNew("a", "2")).isFalse();
        assertThat(recent.take("a")).contains("1");
    }
}
