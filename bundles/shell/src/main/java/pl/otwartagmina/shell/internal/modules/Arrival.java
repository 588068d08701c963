package pl.otwartagmina.shell.internal.modules;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.shell.internal.text.MessageBundle;

/** A registered module on its way to the pages: fetched, asked, checked; or refused, with the reason. */
final class Arrival implements AutoCloseable {
    /**
     * A module brings its tables up to date when it is made. To interrupt that would close Derby's files, and large
     * tables take their time; the life cycle's own limit, which the operator sets, comes first.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final BundleContext context;
    private final ServiceReference<EService> reference;
    private final Bundle bundle;
    private final Fence fence;
    private volatile @Nullable LiveModule module;
    private volatile @Nullable String refusal;

    Arrival(
            BundleContext context,
            ServiceReference<EService> reference,
            Clock clock,
            Duration limit,
            ScheduledExecutorService watchdog,
            Consumer<String> troubleChanged) {
        this.context = context;
        this.reference = reference;
        this.bundle = reference.getBundle();
        this.fence = new Fence(bundle.getSymbolicName(), clock, limit, watchdog, () -> {
            LiveModule live = module;
            if (live != null) {
                troubleChanged.accept(live.id());
            }
        });
    }

    /** On the module's own thread, because its constructor, its card or its check may throw or hang. */
    CompletableFuture<LiveModule> prepare() {
        return fence.ask(
                () -> {
                    EService service = context.getService(reference);
                    if (service == null) {
                        throw new IllegalStateException(
                                "its component could not be made; the log of the portal tells why");
                    }
                    ModuleInfo info = service.info();
                    List<View<?>> views = List.copyOf(service.views());
                    requireUsable(views);
                    service.check();
                    LiveModule live =
                            new LiveModule(service, info, views, MessageBundle.of(service.getClass()), fence, bundle);
                    module = live;
                    return live;
                },
                PATIENCE);
    }

    private static void requireUsable(List<View<?>> views) {
        Set<String> paths = new HashSet<>();
        Set<Class<? extends Component>> types = new HashSet<>();
        for (View<?> view : views) {
            if (!paths.add(view.path())) {
                throw new IllegalStateException("two views have the path '" + view.path() + "'");
            }
            if (!types.add(view.type())) {
                throw new IllegalStateException(
                        "two views are of the class " + view.type().getSimpleName());
            }
        }
        if (!paths.contains("")) {
            throw new IllegalStateException("no view has the empty path");
        }
    }

    void refuse(String reason) {
        refusal = reason;
    }

    Optional<LiveModule> module() {
        return refusal == null ? Optional.ofNullable(module) : Optional.empty();
    }

    /** Why it cannot be used, for the operator. */
    Optional<String> problem() {
        return Optional.ofNullable(refusal).or(() -> fence.trouble().map(Trouble::reason));
    }

    long bundleId() {
        return bundle.getBundleId();
    }

    String name() {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    @Override
    public void close() {
        fence.close();
        context.ungetService(reference);
    }
}
