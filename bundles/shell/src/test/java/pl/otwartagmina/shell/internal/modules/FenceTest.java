package pl.otwartagmina.shell.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FenceTest {
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger changes = new AtomicInteger();
    private final Fence fence =
            new Fence("water", Clock.systemUTC(), Duration.ofMillis(150), watchdog, changes::incrementAndGet);

    @AfterEach
    void close() {
        fence.close();
        watchdog.shutdownNow();
    }

    @Test
    void an_answer_comes_through() throws Exception {
        assertThat(fence.ask(() -> 42).get()).isEqualTo(42);
        assertThat(fence.enter(() -> "page")).isEqualTo("page");
        assertThat(fence.trouble()).isEmpty();
    }

    @Test
    void what_a_module_throws_becomes_its_trouble() {
        assertThatThrownBy(() -> fence.ask(() -> {
                            throw new NoClassDefFoundError("pl/gone/Helper");
                        })
                        .get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ModuleUnavailable.class);
        assertThat(fence.trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.reason()).contains("pl/gone/Helper");
            assertThat(trouble.hanging()).isFalse();
        });
        assertThat(changes).hasValue(1);
    }

    @Test
    void a_view_that_throws_is_tried_again_and_healed_by_its_first_success() {
        assertThatThrownBy(() -> fence.enter(() -> {
                    throw new IllegalStateException("no meter");
                }))
                .isInstanceOf(ModuleUnavailable.class);
        assertThat(fence.trouble()).isPresent();
        assertThat(fence.enter(() -> "page")).isEqualTo("page");
        assertThat(fence.trouble()).isEmpty();
        assertThat(changes).hasValue(2);
    }

    @Test
    void a_view_that_hangs_is_interrupted_and_nobody_else_is_let_in() {
        assertThatThrownBy(() -> fence.enter(FenceTest::hang)).isInstanceOf(ModuleUnavailable.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(fence.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble.hanging()).isTrue());
        assertThatThrownBy(() -> fence.enter(() -> "page")).isInstanceOf(ModuleUnavailable.class);
        fence.heal();
        assertThat(fence.enter(() -> "page")).isEqualTo("page");
    }

    @Test
    void a_view_that_hangs_and_swallows_the_interrupt_is_still_in_trouble() {
        assertThatThrownBy(() -> fence.enter(() -> {
                    hang();
                    return "page after all";
                }))
                .isInstanceOf(ModuleUnavailable.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void questions_that_hang_time_out_and_do_not_hold_up_the_one_who_asks() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> fence.ask(FenceTest::hang).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ModuleUnavailable.class);
        }
    }

    @Test
    void closing_interrupts_what_still_runs() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        var unused = fence.ask(() -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return true;
        });
        began.await();
        fence.close();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closing_answers_whoever_waits_and_leaves_no_alarm_that_would_keep_the_module() {
        ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1);
        alarms.setRemoveOnCancelPolicy(true);
        Fence closed = new Fence("water", Clock.systemUTC(), Duration.ofHours(1), alarms, changes::incrementAndGet);
        var unused = List.of(closed.ask(FenceTest::hang), closed.ask(FenceTest::hang));
        var waiting = closed.ask(() -> "its turn never comes");
        closed.close();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(ModuleUnavailable.class);
        assertThat(alarms.getQueue()).isEmpty();
        alarms.shutdownNow();
    }

    /** Waits for what never comes, until somebody interrupts. */
    private static String hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            return "interrupted";
        }
        return "never";
    }
}
