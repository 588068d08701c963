package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.shell.internal.Incident;
import pl.otwartagmina.shell.internal.layout.MainLayout;

/** A page could not be made: whose fault it is not, what to do, and the number to name. */
@ParentLayout(MainLayout.class)
public final class FaultPage extends MessagePage implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;

    private final transient ShellPages pages;

    FaultPage(ShellPages pages) {
        this.pages = pages;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String path = event.getLocation().getPath();
        Optional<ModuleStatus> absent = pages.absentModule(path);
        if (absent.isPresent()) {
            // it failed because it was switched off while the page was being made
            return sayAbsent(absent.get());
        }
        Incident incident = Incident.of(parameter.getCaughtException(), path);
        say("wrench", path.startsWith("e/") ? "portal.unavailable" : "portal.fault");
        Span words = new Span();
        texts().bind(text -> words.setText(text + " "), "portal.fault.number");
        Span number = new Span(incident.number());
        number.addClassName("og-incident");
        addBelow(new Paragraph(words, number));
        return path.startsWith("e/")
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
