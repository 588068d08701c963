package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.shell.internal.layout.MainLayout;

/** Nothing is at this address; or a module was, and this says since when it is off. */
@ParentLayout(MainLayout.class)
public final class NotFoundPage extends MessagePage implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1L;

    private final transient ShellPages pages;

    NotFoundPage(ShellPages pages) {
        this.pages = pages;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        Optional<ModuleStatus> module = moduleAt(event.getLocation().getSegments());
        if (module.isEmpty()) {
            say("map-pin", "portal.notFound");
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (module.get().state() != ModuleStatus.State.DISABLED) {
            say("plug", "portal.unavailable");
        } else if (module.get().since().isPresent()) {
            say(
                    "plug",
                    "portal.disabledSince",
                    Formats.day(LocalDate.ofInstant(module.get().since().get(), ZoneId.of("Europe/Warsaw"))));
        } else {
            say("plug", "portal.disabled");
        }
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private Optional<ModuleStatus> moduleAt(List<String> segments) {
        return segments.size() >= 2 && segments.get(0).equals("e")
                ? pages.status(segments.get(1))
                        .filter(status -> pages.modules().find(status.id()).isEmpty())
                : Optional.empty();
    }
}
