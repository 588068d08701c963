package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.service.payments.internal.bank.Match;

/** Whom a transfer may be from: why it is thought so, what the law makes of it, and the one click that assigns it. */
final class TargetCard extends Div {
    private static final long serialVersionUID = 1L;

    TargetCard(Texts texts, TransferWords words, Match.Target target, Runnable assign) {
        String title = words.target(target);
        Paragraph why = new Paragraph(texts.get(
                "payments.entry.because",
                texts.get("payments.match." + target.reason().code())));
        why.addClassName("og-muted");
        Button button = new Button(texts.get("payments.entry.assign"), click -> assign.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        button.setAriaLabel(texts.get("payments.entry.assign.to", title));
        Div actions = new Div(button);
        actions.addClassName("og-actions");
        addClassNames("og-card", "og-section");
        add(new H3(title), why, new AssignmentTable(texts, words, target.assignments()), actions);
    }
}
