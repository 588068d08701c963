package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.ui.Gate;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.NewAccount;
import pl.otwartagmina.identity.internal.Representation;

/** Offers a mandate to somebody; to give it takes a fresh strong sign-in. */
final class OfferForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient Representation representation;
    private final transient Runnable done;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Notice sent = new Notice(Tone.SUCCESS);
    private final TextField firstName = new TextField();
    private final TextField lastName = new TextField();
    private final EmailField email = new EmailField();
    private final ExtentFields extent;

    OfferForm(Texts texts, Representation representation, List<String> modules, Runnable done) {
        this.texts = texts;
        this.representation = representation;
        this.done = done;
        this.extent = new ExtentFields(texts, modules, representation.today());
        addClassName("og-form");
        Paragraph lead = new Paragraph();
        texts.bind(lead::setText, "identity.mandates.offer.lead");
        name(firstName, "identity.firstName");
        name(lastName, "identity.lastName");
        texts.bind(email::setLabel, "identity.email");
        email.setAutocomplete(Autocomplete.OFF);
        Fields.required(email);
        Button send = new Button();
        texts.bind(send::setText, "identity.mandates.offer.send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickListener(click -> send());
        add(lead, sent, trouble, firstName, lastName, email, extent, send);
    }

    private void name(TextField field, String key) {
        texts.bind(field::setLabel, key);
        field.setAutocomplete(Autocomplete.OFF);
        field.setMaxLength(NewAccount.LONGEST_NAME);
        Fields.required(field);
    }

    private void send() {
        trouble.hide();
        sent.hide();
        String first = firstName.getValue().strip();
        String last = lastName.getValue().strip();
        String address = email.getValue().strip();
        if (!NewAccount.isName(first)) {
            Fields.refuse(firstName, texts.get("identity.firstName.missing"));
        } else if (!NewAccount.isName(last)) {
            Fields.refuse(lastName, texts.get("identity.lastName.missing"));
        } else if (!EmailAddress.isValid(address)) {
            Fields.refuse(email, texts.get("identity.email.wrong"));
        } else {
            extent.value()
                    .map(covered -> new Representation.Invitation(address, first, last, covered))
                    .ifPresent(
                            invitation -> Gate.of(this).pass(AccessLevel.STRONG, acting -> offer(acting, invitation)));
        }
    }

    private void offer(Acting acting, Representation.Invitation invitation) {
        Optional<Duration> wait = representation.offer(acting.inOwnName(), invitation);
        if (wait.isPresent()) {
            trouble.say(texts.get(
                    "identity.mandates.offer.later", Math.max(1, wait.get().toMinutes())));
            return;
        }
        sent.say(texts.get("identity.mandates.offer.done", invitation.email()));
        firstName.clear();
        lastName.clear();
        email.clear();
        done.run();
    }
}
