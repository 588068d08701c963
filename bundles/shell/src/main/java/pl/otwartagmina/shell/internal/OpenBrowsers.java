package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The browser windows that are open now. */
@Component(service = OpenBrowsers.class)
public final class OpenBrowsers {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Set<UI> windows = ConcurrentHashMap.newKeySet();
    /** Few, so that a thousand open windows do not hold up the requests; after the end nobody looks any more. */
    private final ThreadPoolExecutor spread = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            runnable -> {
                Thread thread = new Thread(runnable, "open-browsers");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    @Activate
    public OpenBrowsers() {
        spread.allowCoreThreadTimeOut(true);
    }

    @Deactivate
    void close() {
        spread.shutdownNow();
    }

    void opened(UI ui) {
        windows.add(ui);
        ui.addDetachListener(detached -> windows.remove(ui));
    }

    /** How many there are. */
    public int count() {
        return windows.size();
    }

    /** Runs in each window, under its lock, and pushes what it changed. */
    public void forEach(Consumer<UI> action) {
        windows.forEach(ui -> spread.execute(() -> in(ui, action)));
    }

    private void in(UI ui, Consumer<UI> action) {
        try {
            ui.access(() -> action.accept(ui));
        } catch (UIDetachedException closedMeanwhile) {
            windows.remove(ui);
        }
    }
}
