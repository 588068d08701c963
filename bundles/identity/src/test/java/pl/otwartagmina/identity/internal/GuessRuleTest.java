package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.identity.internal.GuessRule.Bucket;
import pl.otwartagmina.identity.internal.GuessRule.Doubling;
import pl.otwartagmina.identity.internal.GuessRule.Standing;

class GuessRuleTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void five_guesses_at_once_then_pauses_that_double() {
        List<Long> pauses = new ArrayList<>();
        Standing standing = Doubling.USUAL.first(NOON);
        Instant now = NOON;
        for (int i = 0; i < 16; i++) {
            pauses.add(Duration.between(now, standing.freeAt()).toSeconds());
            now = standing.freeAt();
            standing = Doubling.USUAL.next(standing, now).orElseThrow();
        }

        assertThat(pauses)
                .containsExactly(0L, 0L, 0L, 0L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L);
    }

    @Test
    void a_guess_in_the_pause_is_not_looked_at_and_does_not_lengthen_it() {
        Standing standing = new Standing(7, NOON.plusSeconds(8));

        assertThat(Doubling.USUAL.next(standing, NOON.plusSeconds(7))).isEmpty();
        assertThat(Doubling.USUAL.wait(standing, NOON.plusSeconds(7))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Doubling.USUAL.next(standing, NOON.plusSeconds(8))).isPresent();
    }

    @Test
    void failures_are_forgotten_after_a_day() {
        Standing standing = new Standing(12, NOON);

        assertThat(Doubling.USUAL
                        .next(standing, NOON.plus(Duration.ofHours(25)))
                        .orElseThrow()
                        .failures())
                .isEqualTo(1);
        assertThat(Doubling.USUAL
                        .next(standing, NOON.plus(Duration.ofHours(23)))
                        .orElseThrow()
                        .failures())
                .isEqualTo(13);
    }

    @Test
    void the_pause_never_grows_beyond_its_limit_however_many_failures() {
        Standing standing = new Standing(Integer.MAX_VALUE - 1, NOON);

        Standing next = Doubling.USUAL.next(standing, NOON).orElseThrow();

        assertThat(Duration.between(NOON, next.freeAt())).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_bucket_lets_through_its_size_at_once_and_then_one_for_each_refill() {
        Bucket bucket = new Bucket(3, Duration.ofSeconds(10));
        Standing standing = bucket.first(NOON);
        standing = bucket.next(standing, NOON).orElseThrow();
        standing = bucket.next(standing, NOON).orElseThrow();

        assertThat(bucket.next(standing, NOON)).isEmpty();
        assertThat(bucket.wait(standing, NOON)).isEqualTo(Duration.ofSeconds(10));
        assertThat(bucket.next(standing, NOON.plusSeconds(9))).isEmpty();
        assertThat(bucket.next(standing, NOON.plusSeconds(10))).isPresent();
    }

    /** Whatever the times of the guesses: never more than the size and one for each refill since the first. */
    @Property
    void a_bucket_never_lets_through_more_than_it_holds(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 7000) Integer> pausesMillis,
            @ForAll @IntRange(min = 1, max = 20) int size) {
        Bucket bucket = new Bucket(size, Duration.ofSeconds(2));
        Optional<Standing> standing = Optional.empty();
        Instant now = NOON;
        int through = 0;
        for (int pause : pausesMillis) {
            now = now.plusMillis(pause);
            Instant at = now;
            Optional<Standing> next =
                    standing.isEmpty() ? Optional.of(bucket.first(at)) : standing.flatMap(s -> bucket.next(s, at));
            if (next.isPresent()) {
                standing = next;
                through++;
            }
            long most = size + Duration.between(NOON, now).toMillis() / 2000;
            assertThat((long) through).isLessThanOrEqualTo(most + 1);
        }
    }
}
