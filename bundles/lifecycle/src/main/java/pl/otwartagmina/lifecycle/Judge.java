package pl.otwartagmina.lifecycle;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.api.lifecycle.ModuleWatch;
import pl.otwartagmina.api.module.EService;

/** Tells whether a module works: its bundles run, its components are active, the shell has checked and shows it. */
final class Judge {
    private static final Duration POLL = Duration.ofMillis(2);

    private final FrameworkWiring wiring;
    private final ServiceComponentRuntime components;
    private final ModuleWatch watch;

    Judge(FrameworkWiring wiring, ServiceComponentRuntime components, ModuleWatch watch) {
        this.wiring = wiring;
        this.components = components;
        this.watch = watch;
    }

    /** The module as it stands, brought by these bundles. */
    Verdict verdict(ModuleFeature module, List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            if (starts(module, bundle) && bundle.getState() != Bundle.ACTIVE) {
                return notActive(bundle);
            }
        }
        // before what the shell says: it sees only that a component is not there
        Components found = Components.of(bundles, components);
        if (!found.failures().isEmpty()) {
            return new Verdict(Verdict.Kind.FAULT, String.join("; ", found.failures()));
        }
        for (Bundle bundle : bundles) {
            var trouble = watch.trouble(bundle.getBundleId());
            if (trouble.isPresent()) {
                return new Verdict(Verdict.Kind.FAULT, trouble.get());
            }
        }
        boolean works = module.isService()
                ? bundles.stream().anyMatch(bundle -> watch.shows(module.id(), bundle.getBundleId()))
                : found.satisfied() > 0 || found.waiting().isEmpty();
        if (works) {
            return Verdict.READY;
        }
        if (!found.waiting().isEmpty()) {
            return new Verdict(Verdict.Kind.LACKING, String.join("; ", found.waiting()));
        }
        return bundles.stream().anyMatch(Judge::offersService)
                ? new Verdict(Verdict.Kind.PENDING, "the portal does not show it under the id '" + module.id() + "'")
                : new Verdict(Verdict.Kind.LACKING, "its bundles register no " + EService.class.getName());
    }

    /**
     * Waits until the module works.
     *
     * @throws ModuleRefused if it fails, or does not within the limit, with the reason
     */
    void await(ModuleFeature module, List<Bundle> bundles, Limits limits) throws ModuleRefused {
        long began = System.nanoTime();
        while (true) {
            Verdict verdict = verdict(module, bundles);
            Duration spent = Duration.ofNanos(System.nanoTime() - began);
            switch (verdict.kind()) {
                case READY -> {
                    return;
                }
                case FAULT -> throw new ModuleRefused(verdict.reason());
                case LACKING -> giveUpAfter(limits.patience(), spent, verdict.reason());
                case PENDING ->
                    giveUpAfter(
                            limits.start(),
                            spent,
                            verdict.reason() + " after " + limits.start().toSeconds() + " s");
            }
            LockSupport.parkNanos(POLL.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new ModuleRefused("interrupted");
            }
        }
    }

    private static void giveUpAfter(Duration limit, Duration spent, String reason) throws ModuleRefused {
        if (spent.compareTo(limit) >= 0) {
            throw new ModuleRefused(reason);
        }
    }

    private Verdict notActive(Bundle bundle) {
        List<String> missing = Reasons.missing(bundle, wiring);
        String reason = "bundle " + bundle.getSymbolicName() + " does not run"
                + (missing.isEmpty() ? "" : ": there is no " + String.join(", no ", missing));
        return new Verdict(Verdict.Kind.PENDING, reason);
    }

    private static boolean starts(ModuleFeature module, Bundle bundle) {
        return !Inventory.isFragment(bundle)
                && module.bundles().stream()
                        .anyMatch(part -> part.starts() && part.location().equals(bundle.getLocation()));
    }

    private static boolean offersService(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        return registered != null
                && Arrays.stream(registered)
                        .flatMap(service -> Arrays.stream((String[]) service.getProperty(Constants.OBJECTCLASS)))
                        .anyMatch(EService.class.getName()::equals);
    }
}
