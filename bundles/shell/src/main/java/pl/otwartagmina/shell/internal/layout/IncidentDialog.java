package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import pl.otwartagmina.shell.internal.Incident;

/** Something failed while the page was open: what it means, what to do, and the number to name. */
public final class IncidentDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private IncidentDialog(Incident incident) {
        addClassName("og-incident-dialog");
        setHeaderTitle(getTranslation("portal.fault.title"));
        Span number = new Span(incident.number());
        number.addClassName("og-incident");
        add(
                new Paragraph(getTranslation("portal.fault.inPage")),
                new Paragraph(new Span(getTranslation("portal.fault.number") + " "), number));
        Button close = new Button(getTranslation("portal.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(close);
    }

    /** Shows it in this window. */
    public static void show(UI ui, Incident incident) {
        IncidentDialog dialog = new IncidentDialog(incident);
        ui.add(dialog);
        dialog.open();
    }
}
