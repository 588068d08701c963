package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import pl.otwartagmina.shell.internal.layout.MainLayout;
import pl.otwartagmina.shell.internal.pages.SignInPage;

/** Ends what nobody uses: warns in good time whoever is signed in (WCAG 2.2.1), then signs out. */
@Component(service = SessionWatch.class, configurationPid = "pl.otwartagmina.session")
@Designate(ocd = SessionWatch.Config.class)
public final class SessionWatch {
    /** Times of a session. */
    @ObjectClassDefinition(name = "Sessions", description = "How long a signed-in browser may stand idle")
    public @interface Config {
        @AttributeDefinition(description = "Seconds without any act after which a person is signed out")
        int idleSeconds() default 1200;

        @AttributeDefinition(description = "Seconds before that at which the warning appears")
        int warningSeconds() default 120;

        @AttributeDefinition(description = "Seconds after signing in at which everybody has to sign in anew")
        int longestSeconds() default 28_800;

        @AttributeDefinition(
                description = "Seconds after a strong sign-in in which acts that bind need no other one (level L3)")
        int strongSeconds() default 900;
    }

    private final OpenBrowsers browsers;
    private final Clock clock;
    private final Duration idle;
    private final Duration warning;
    private final Duration longest;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "session-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean begun = new AtomicBoolean();

    @Activate
    public SessionWatch(@Reference OpenBrowsers browsers, @Reference Clock clock, Config config) {
        this.browsers = browsers;
        this.clock = clock;
        this.idle = Duration.ofSeconds(config.idleSeconds());
        this.warning = Duration.ofSeconds(config.warningSeconds());
        this.longest = Duration.ofSeconds(config.longestSeconds());
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    /** Begins to watch, with the first window. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            long step = Math.max(1, warning.toSeconds() / 8);
            timer.scheduleWithFixedDelay(() -> browsers.forEach(this::look), step, step, TimeUnit.SECONDS);
        }
    }

    private void look(UI ui) {
        VaadinSession session = ui.getSession();
        if (session == null || Visit.of(session).person().isEmpty()) {
            return;
        }
        Duration still = Duration.between(Instant.ofEpochMilli(session.getLastRequestTimestamp()), clock.instant());
        boolean tooLong = Visit.of(session).since().isBefore(clock.instant().minus(longest));
        if (tooLong || still.compareTo(idle) >= 0) {
            Visit.signOut(session, SignInPage.EXPIRED);
        } else if (still.compareTo(idle.minus(warning)) >= 0) {
            MainLayout.of(ui).ifPresent(layout -> layout.warnOfExpiry(idle.minus(still)));
        }
    }
}
