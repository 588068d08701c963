package pl.otwartagmina.lifecycle;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The framework on its way up. */
final class Boot {
    private static final Duration POLL = Duration.ofMillis(20);

    private Boot() {}

    /**
     * Does the work on a thread of that name once the framework has reached the level at which modules start. On a busy
     * machine Karaf says that its boot has finished before that, and then no module's bundle can be started.
     */
    static void afterwards(BundleContext context, String name, Runnable work) {
        FrameworkStartLevel level =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        Thread thread = new Thread(
                () -> {
                    while (level.getStartLevel() < level.getInitialBundleStartLevel()) {
                        LockSupport.parkNanos(POLL.toNanos());
                    }
                    work.run();
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
