package pl.otwartagmina.integration.logingov.internal;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;

/**
 * Tells the provider, behind the person's back, that a session is over. What cannot be told, twice, is written to the log:
 * the session at the provider then ends by itself.
 */
final class Farewells implements AutoCloseable {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Farewells.class);
    private static final int MOST = 1_000;

    private final Settings settings;
    private final LogoutMessages messages;
    private final Soap soap;
    private final Duration pause;
    private final ScheduledThreadPoolExecutor worker;

    Farewells(Settings settings, LogoutMessages messages, Soap soap, Duration pause) {
        this.settings = settings;
        this.messages = messages;
        this.soap = soap;
        this.pause = pause;
        worker = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "login.gov.pl logout");
            thread.setDaemon(true);
            return thread;
        });
    }

    void send(Session session) {
        if (worker.getQueue().size() >= MOST) {
            LOG.warn("login.gov.pl does not take the ends of sessions; one more is not told");
            return;
        }
        schedule(session, Duration.ZERO, true);
    }

    private void schedule(Session session, Duration delay, boolean again) {
        try {
            worker.schedule(() -> tell(session, again), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.info("The end of a session at login.gov.pl is not told: the integration stops");
        }
    }

    private void tell(Session session, boolean again) {
        try {
            // a message of its own each time: the provider takes an id only once
            Document request = messages.request(session);
            messages.requireDone(soap.exchange(settings.singleLogout(), request), request);
        } catch (ProviderUnavailable | Rejected failed) {
            if (again) {
                schedule(session, pause, false);
            } else {
                LOG.warn("The end of a session could not be told to login.gov.pl: {}", failed.getMessage());
            }
        } catch (RuntimeException unexpected) {
            LOG.error("The end of a session could not be told to login.gov.pl", unexpected);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
