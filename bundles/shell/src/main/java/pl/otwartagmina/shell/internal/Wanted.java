package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.util.Optional;

/** Where a window wanted to go that was refused: should the person be allowed to while it is open, it goes there. */
public record Wanted(Location location) {
    void keepFor(UI window) {
        ComponentUtil.setData(window, Wanted.class, this);
    }

    /** Goes there, if the window stands before a closed door. */
    public static void retry(UI window) {
        Optional.ofNullable(ComponentUtil.getData(window, Wanted.class)).ifPresent(wanted -> {
            ComponentUtil.setData(window, Wanted.class, null);
            window.navigate(wanted.location().getPath(), wanted.location().getQueryParameters());
        });
    }
}
