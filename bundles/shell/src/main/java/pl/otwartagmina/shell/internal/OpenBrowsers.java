package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The browser windows that are open now. */
@Component(service = OpenBrowsers.class)
public final class OpenBrowsers {
    private final Set<UI> windows = ConcurrentHashMap.newKeySet();
    /** One at a time, so that a thousand open windows do not take all processors at once. */
    private final ExecutorService spread = Executors.newSingleThreadExecutor(runnable -> {
        Thread thread = new Thread(runnable, "open-browsers");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public OpenBrowsers() {}

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
        spread.execute(() -> windows.forEach(ui -> in(ui, action)));
    }

    private void in(UI ui, Consumer<UI> action) {
        try {
            ui.access(() -> action.accept(ui));
        } catch (UIDetachedException closedMeanwhile) {
            windows.remove(ui);
        }
    }
}
