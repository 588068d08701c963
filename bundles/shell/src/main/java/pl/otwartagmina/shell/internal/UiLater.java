package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Shows what a module answers when it answers: the page does not wait. */
public final class UiLater {
    private UiLater() {}

    /** Calls {@code show} under the lock of the present window; does nothing if the answer failed or the window has gone. */
    public static <T> void when(CompletableFuture<T> answer, Consumer<T> show) {
        UI ui = UI.getCurrent();
        var unused = answer.thenAccept(value -> {
            try {
                ui.access(() -> show.accept(value));
            } catch (UIDetachedException closedMeanwhile) {
                // nobody looks any more
            }
        });
    }
}
