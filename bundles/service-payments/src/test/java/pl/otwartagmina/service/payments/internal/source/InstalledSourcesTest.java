package pl.otwartagmina.service.payments.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.source.DueSources.Answers;

class InstalledSourcesTest {
    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final Contributors contributors = new Contributors(clock);
    private final DueSources sources = contributors.sources();
    private final Hall hall = new Hall().has(Hall.due("H1", TODAY));
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        contributors.close();
    }

    @Test
    void a_source_counts_while_its_module_is_shown_and_no_longer() {
        contributors.register(hall, 1);
        assertThat(sources.ask(ANNA)).isEqualTo(Answers.NONE);
        contributors.show("hall", 1);
        assertThat(sources.present()).containsExactly("hall");
        assertThat(sources.ask(ANNA).dues().get("hall"))
                .extracting(ModuleDue::id)
                .containsExactly("H1");
        contributors.take(hall);
        assertThat(sources.present()).isEmpty();
        assertThat(sources.ask(ANNA)).isEqualTo(Answers.NONE);
        assertThat(sources.find("hall", "H1")).isEmpty();
    }

    @Test
    void nobody_contributes_in_the_name_of_another_module_or_of_the_tax_system() {
        Hall thief = new Hall("hall").has(Hall.due("X", TODAY));
        contributors.bring(hall).register(thief, 66);
        contributors.bring(new Hall("payments").has(Hall.due("Y", TODAY)));
        assertThat(sources.present()).containsExactly("hall");
        assertThat(sources.find("hall", "X")).isEmpty();
        assertThat(thief.asked()).isZero();
    }

    @Test
    void of_two_versions_the_one_that_is_shown_is_asked() {
        Hall next = new Hall().has(Hall.due("H2", TODAY));
        contributors.bring(hall).register(next, 2);
        contributors.hide("hall", 1);
        contributors.show("hall", 2);
        assertThat(sources.ask(ANNA).dues().get("hall"))
                .extracting(ModuleDue::id)
                .containsExactly("H2");
    }

    @Test
    void who_watches_hears_of_each_change_once_and_of_nothing_after_the_end() throws Exception {
        Semaphore told = new Semaphore(0);
        Runnable end = sources.watch(told::release);
        contributors.bring(hall);
        assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        contributors.take(hall);
        assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        end.run();
        Semaphore other = new Semaphore(0);
        sources.watch(other::release);
        contributors.bring(hall);
        assertThat(other.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(told.availablePermits()).isZero();
    }

    @Test
    void what_throws_is_missing_and_the_others_answer() {
        contributors.bring(hall).bring(new Hall("pool").has(Hall.due("P1", TODAY)));
        hall.mood(() -> {
            throw new IllegalStateException("the hall is closed");
        });
        Answers answers = sources.ask(ANNA);
        assertThat(answers.missing()).containsExactly("hall");
        assertThat(answers.dues()).containsOnlyKeys("pool");
        assertThat(sources.find("hall", "H1")).isEmpty();
        assertThat(sources.tell("hall", booked())).isFalse();

        hall.mood(() -> {});
        assertThat(sources.ask(ANNA).missing()).isEmpty();
        assertThat(sources.tell("hall", booked())).isTrue();
    }

    @Test
    void what_hangs_is_left_after_two_seconds_and_not_asked_for_a_while() {
        contributors.bring(hall);
        hall.mood(this::hang);
        long begin = System.nanoTime();
        assertThat(sources.ask(ANNA).missing()).containsExactly("hall");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(1500), Duration.ofSeconds(10));
        assertThat(sources.ask(ANNA).missing()).containsExactly("hall");
        assertThat(hall.asked()).isEqualTo(1);

        hall.mood(() -> {});
        clock.pass(Duration.ofSeconds(16));
        assertThat(sources.ask(ANNA).missing()).isEmpty();
    }

    @Test
    void what_goes_while_it_is_asked_keeps_nobody_waiting() throws Exception {
        contributors.bring(hall);
        CountDownLatch asked = new CountDownLatch(1);
        hall.mood(() -> {
            asked.countDown();
            hang();
        });
        Thread leaving = new Thread(() -> {
            try {
                if (asked.await(5, TimeUnit.SECONDS)) {
                    contributors.take(hall);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        leaving.start();
        long begin = System.nanoTime();
        assertThat(sources.ask(ANNA).missing()).containsExactly("hall");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        leaving.join(5000);
    }

    @Test
    void dues_of_others_and_ids_that_come_twice_are_dropped() {
        contributors.bring(hall);
        hall.strays(Hall.due("J1", JAN, TODAY, "1.00", InterestRule.NONE, true));
        assertThat(sources.ask(ANNA).dues().get("hall"))
                .extracting(ModuleDue::id)
                .containsExactly("H1");
        assertThat(sources.ask(ANNA).missing()).isEmpty();

        hall.strays(Hall.due("H1", ANNA, TODAY, "999.00", InterestRule.NONE, true));
        Answers answers = sources.ask(ANNA);
        assertThat(answers.dues().get("hall"))
                .singleElement()
                .satisfies(due -> assertThat(due.amounts().principal()).isEqualTo(Money.of("120")));
        assertThat(answers.missing()).as("one of the two may be owed as well").containsExactly("hall");
    }

    @Test
    void more_than_the_most_are_cut_and_the_list_says_that_it_is_not_whole() {
        contributors.bring(hall);
        IntStream.range(0, 300).forEach(i -> hall.has(Hall.due("H" + (1000 + i), TODAY)));
        Answers answers = sources.ask(ANNA);
        assertThat(answers.dues().get("hall")).hasSize(200);
        assertThat(answers.missing()).containsExactly("hall");
    }

    @Test
    void nothing_is_left_behind_when_it_is_closed() {
        assertThat(contributors.listeners()).isEqualTo(1);
        contributors.close();
        assertThat(contributors.listeners()).isZero();
        contributors.register(hall, 1);
    }

    private void hang() {
        try {
            never.await();
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(woken);
        }
    }

    private static Booked booked() {
        return new Booked(
                "o/1",
                "H1",
                ANNA,
                Optional.empty(),
                Money.ZERO,
                Money.ZERO,
                Money.of("120"),
                Money.ZERO,
                TODAY,
                Instant.EPOCH);
    }

    @Test
    void dues_are_found_by_what_they_are_called_in_all_modules() {
        Hall pool = new Hall("pool").has(Hall.due("H1", TODAY));
        contributors.bring(hall).bring(pool);
        assertThat(sources.called(Set.of("H1"))).extracting(SourcedDue::source).containsExactly("hall", "pool");
        assertThat(sources.called(Set.of("UMOWA72026"))).hasSize(2);
        assertThat(sources.called(Set.of("H2"))).isEmpty();
    }

    @Test
    void what_is_not_called_so_or_is_not_told_in_time_is_not_there() {
        hall.strays(Hall.due("X9", TODAY));
        contributors.bring(hall);
        assertThat(sources.called(Set.of("H1")))
                .extracting(found -> found.due().id())
                .containsExactly("H1");
        hall.mood(() -> {
            throw new IllegalStateException("not now");
        });
        assertThat(sources.called(Set.of("H1"))).isEmpty();
    }
}
