package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Optional;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.AccountApplication;
import pl.otwartagmina.identity.internal.AccountApplications;
import pl.otwartagmina.identity.internal.NewAccount;

/** Asks the office for an account. */
final class ApplyView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient AccountApplications applications;
    private final transient Acting acting;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final TextField firstName = new TextField();
    private final TextField lastName = new TextField();
    private final EmailField email = new EmailField();
    private final TextArea message = new TextArea();
    private final Button send = new Button();
    private final Div form;

    ApplyView(AccountApplications applications, Office office, Acting acting) {
        super("identity.apply");
        this.applications = applications;
        this.acting = acting;
        addClassName("og-narrow");
        name(firstName, "identity.firstName", Autocomplete.GIVEN_NAME);
        name(lastName, "identity.lastName", Autocomplete.FAMILY_NAME);
        texts().bind(email::setLabel, "identity.email");
        email.setAutocomplete(Autocomplete.EMAIL);
        Fields.required(email);
        texts().bind(message::setLabel, "identity.apply.message");
        texts().bind(message::setHelperText, "identity.apply.message.help");
        message.setMaxLength(AccountApplication.LONGEST);
        texts().bind(send::setText, "identity.apply.send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> check());
        form = new Div(trouble, firstName, lastName, email, message, new Clause(texts(), office), send);
        form.addClassNames("og-form", "og-card");
        add(form);
    }

    private void name(TextField field, String key, Autocomplete autocomplete) {
        texts().bind(field::setLabel, key);
        field.setAutocomplete(autocomplete);
        field.setMaxLength(NewAccount.LONGEST_NAME);
        Fields.required(field);
    }

    private void check() {
        trouble.hide();
        String first = firstName.getValue().strip();
        String last = lastName.getValue().strip();
        String address = email.getValue().strip();
        if (!NewAccount.isName(first)) {
            Fields.refuse(firstName, texts().get("identity.firstName.missing"));
        } else if (!NewAccount.isName(last)) {
            Fields.refuse(lastName, texts().get("identity.lastName.missing"));
        } else if (!EmailAddress.isValid(address)) {
            Fields.refuse(email, texts().get("identity.email.wrong"));
        } else {
            NewAccount applicant = new NewAccount(address, first, last, getLocale());
            ProofOfWork.ask(this, done -> {
                if (done) {
                    ask(applicant);
                } else {
                    trouble.say(texts().get("identity.noProof"));
                }
                send.setEnabled(true);
            });
            return;
        }
        send.setEnabled(true);
    }

    private void ask(NewAccount applicant) {
        Optional<Duration> wait = applications.ask(applicant, message.getValue().strip(), acting.origin());
        if (wait.isPresent()) {
            trouble.say(texts().get("identity.tooMany", Math.max(1, wait.get().toMinutes())));
            return;
        }
        remove(form);
        add(Words.done(texts(), "mail", "identity.apply.done"));
    }
}
