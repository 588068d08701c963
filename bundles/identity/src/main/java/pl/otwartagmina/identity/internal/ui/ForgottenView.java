package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Registration;

/** For who has forgotten the password or the user name: a letter helps with both. */
final class ForgottenView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 254;

    private final transient Registration registration;
    private final transient Acting acting;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final TextField name = new TextField();
    private final Button send = new Button();
    private final Div form;

    ForgottenView(Registration registration, Acting acting) {
        super("identity.forgotten");
        this.registration = registration;
        this.acting = acting;
        addClassName("og-narrow");
        texts().bind(name::setLabel, "identity.forgotten.name");
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setMaxLength(LONGEST);
        Fields.required(name);
        texts().bind(send::setText, "identity.forgotten.send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        form = new Div(trouble, name, send);
        form.addClassNames("og-form", "og-card");
        add(form);
    }

    private void send() {
        trouble.hide();
        String typed = name.getValue().strip();
        if (typed.isEmpty()) {
            Fields.refuse(name, texts().get("identity.forgotten.missing"));
            send.setEnabled(true);
            return;
        }
        ProofOfWork.ask(this, done -> {
            send.setEnabled(true);
            if (!done) {
                trouble.say(texts().get("identity.noProof"));
                return;
            }
            registration.forgot(typed, acting.origin());
            remove(form);
            add(Words.done(texts(), "mail", "identity.forgotten.done"));
        });
    }
}
