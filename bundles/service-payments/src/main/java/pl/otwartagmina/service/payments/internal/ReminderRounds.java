package pl.otwartagmina.service.payments.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.service.payments.internal.store.DailyReminders;

/** Sees to the letters of the day: often enough that a portal that stood still in the morning makes up for it. */
@Component(immediate = true, service = ReminderRounds.class)
public final class ReminderRounds {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderRounds.class);
    private static final int MINUTES = 5;

    private final DailyReminders reminders;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "payments-reminders");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ReminderRounds(@Reference DailyReminders reminders) {
        this.reminders = reminders;
        rounds.scheduleWithFixedDelay(this::round, 1, MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void close() throws InterruptedException {
        // a letter that is being written is written to its end or not at all
        rounds.shutdown();
        if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
            rounds.shutdownNow();
        }
    }

    private void round() {
        try {
            int letters = reminders.write();
            if (letters > 0) {
                LOG.info("{} reminders of due days were written", letters);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Reminders wait; tried again in {} minutes: {}", MINUTES, failure.toString());
        }
    }
}
