package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import pl.otwartagmina.api.ui.Texts;

/** What else can become of a transfer: it is given back, or no due is paid with it. Both want a reason. */
final class ClosingForm extends Section {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final Texts texts;
    private final TextArea reason = new TextArea();

    ClosingForm(Texts texts, boolean mayReturn, Consumer<String> giveBack, Consumer<String> setAside) {
        this.texts = texts;
        reason.setLabel(texts.get("payments.entry.reason"));
        reason.setHelperText(texts.get("payments.entry.reason.help"));
        reason.setMaxLength(LONGEST);
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        Button back = new Button(texts.get("payments.entry.return"), click -> close(giveBack));
        back.setVisible(mayReturn);
        Button aside = new Button(texts.get("payments.entry.aside"), click -> close(setAside));
        Div actions = new Div(back, aside);
        actions.addClassName("og-actions");
        Div form = new Div(reason, actions);
        form.addClassNames("og-form", "og-form-wide");
        Div card = new Div(form);
        card.addClassName("og-card");
        addClassName("og-section");
        add(new H2(texts.get(mayReturn ? "payments.entry.close" : "payments.entry.close.other")), card);
    }

    private void close(Consumer<String> act) {
        String why = reason.getValue().strip();
        if (why.isEmpty()) {
            reason.setErrorMessage(texts.get("payments.entry.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
        } else {
            act.accept(why);
        }
    }
}
