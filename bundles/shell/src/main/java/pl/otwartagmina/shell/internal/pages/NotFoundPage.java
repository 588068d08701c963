package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
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
        Optional<ModuleStatus> module = pages.absentModule(event.getLocation().getPath());
        if (module.isPresent()) {
            return sayAbsent(module.get());
        }
        say("map-pin", "portal.notFound");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
