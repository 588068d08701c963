package pl.otwartagmina.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes bundles out of the container, so that nothing of their class loaders stays. */
final class Removal {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final FrameworkWiring wiring;
    private final Duration limit;

    Removal(BundleContext context, Duration limit) {
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        this.limit = limit;
    }

    /**
     * Stops and uninstalls, last started first.
     *
     * @param name of the thread on which the bundles stop
     * @param mayRestart tells which bundles may be restarted to let go of those removed
     * @return whether all are gone; if not, they go as soon as their code lets them
     */
    boolean remove(String name, Collection<Bundle> bundles, Predicate<Bundle> mayRestart) {
        List<Bundle> lastFirst = new ArrayList<>(bundles);
        Collections.reverse(lastFirst);
        boolean gone = within(name, () -> {
            for (Bundle bundle : lastFirst) {
                stop(bundle);
            }
            for (Bundle bundle : lastFirst) {
                if (bundle.getState() != Bundle.UNINSTALLED) {
                    bundle.uninstall();
                }
            }
        });
        release(lastFirst, mayRestart);
        return gone;
    }

    /** Stops bundles for now: after a restart they would be started as before. */
    boolean pause(String name, Collection<Bundle> bundles) {
        List<Bundle> lastFirst = new ArrayList<>(bundles);
        Collections.reverse(lastFirst);
        return within(name, () -> {
            for (Bundle bundle : lastFirst) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        });
    }

    private boolean within(String name, TimeLimit.Work work) {
        try {
            TimeLimit.run(name, limit, work);
            return true;
        } catch (TimeLimit.Exceeded e) {
            LOG.warn("{}: does not stop within {} s and was interrupted", name, limit.toSeconds());
            return e.ended();
        } catch (ExecutionException e) {
            LOG.warn("{}: {}", name, Reasons.rootCause(e), e);
            return false;
        }
    }

    /** A bundle whose activator fails to stop is stopped all the same. */
    private static void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("Bundle {} stopped with a failure: {}", bundle.getSymbolicName(), Reasons.rootCause(e));
        }
    }

    /** Gives up the wiring of what was removed, where others still hold it. */
    private void release(Collection<Bundle> removed, Predicate<Bundle> mayRestart) {
        Set<Bundle> pending = new HashSet<>(wiring.getRemovalPendingBundles());
        pending.retainAll(removed);
        if (pending.isEmpty()) {
            return;
        }
        List<Bundle> others = wiring.getDependencyClosure(pending).stream()
                .filter(bundle -> !pending.contains(bundle))
                .filter(bundle -> !mayRestart.test(bundle))
                .toList();
        if (!others.isEmpty()) {
            LOG.warn("{} still wired to {}: its classes stay until the portal restarts", others, pending);
            return;
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring.refreshBundles(pending, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        try {
            if (!refreshed.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} not refreshed within {} s", pending, limit.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
