package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.NewAccount;
import pl.otwartagmina.identity.internal.Registration;

/** Asks for a new account. */
final class RegisterView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Registration registration;
    private final transient Acting acting;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final EmailField email = new EmailField();
    private final TextField firstName = new TextField();
    private final TextField lastName = new TextField();
    private final PasswordFields password = new PasswordFields(texts());
    private final Button send = new Button();
    private final Div form;

    RegisterView(Registration registration, Office office, Acting acting) {
        super("identity.register");
        this.registration = registration;
        this.acting = acting;
        addClassName("og-narrow");
        name(firstName, "identity.firstName", Autocomplete.GIVEN_NAME);
        name(lastName, "identity.lastName", Autocomplete.FAMILY_NAME);
        texts().bind(email::setLabel, "identity.email");
        email.setAutocomplete(Autocomplete.EMAIL);
        Fields.required(email);
        texts().bind(send::setText, "identity.register.send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        send.setDisableOnClick(true);
        send.addClickListener(click -> check());
        form = new Div(trouble, firstName, lastName, email, password, new Clause(texts(), office), send);
        form.addClassNames("og-form", "og-card");
        Anchor apply = new Anchor("/e/identity/apply");
        apply.getElement().setAttribute("router-link", true);
        apply.addClassName("og-link");
        texts().bind(apply::setText, "identity.register.apply");
        add(form, apply);
    }

    private void name(TextField field, String key, Autocomplete autocomplete) {
        texts().bind(field::setLabel, key);
        field.setAutocomplete(autocomplete);
        field.setMaxLength(NewAccount.LONGEST_NAME);
        Fields.required(field);
    }

    private void check() {
        trouble.hide();
        Optional<NewAccount> account = account();
        Optional<char[]> typed =
                account.flatMap(who -> password.value(who.email().orElseThrow(), who.firstName(), who.lastName()));
        if (typed.isEmpty()) {
            send.setEnabled(true);
            return;
        }
        ProofOfWork.ask(this, done -> {
            if (done) {
                register(account.get(), typed.get());
            } else {
                refuse("identity.noProof");
            }
            Arrays.fill(typed.get(), ' ');
            send.setEnabled(true);
        });
    }

    private Optional<NewAccount> account() {
        String address = email.getValue().strip();
        if (!NewAccount.isName(firstName.getValue().strip())) {
            return refuse(firstName, "identity.firstName.missing");
        }
        if (!NewAccount.isName(lastName.getValue().strip())) {
            return refuse(lastName, "identity.lastName.missing");
        }
        if (!EmailAddress.isValid(address)) {
            return refuse(email, "identity.email.wrong");
        }
        return Optional.of(new NewAccount(
                address, firstName.getValue().strip(), lastName.getValue().strip(), getLocale()));
    }

    private Optional<NewAccount> refuse(TextFieldBase<?, String> field, String key) {
        Fields.refuse(field, texts().get(key));
        return Optional.empty();
    }

    private void register(NewAccount account, char[] typed) {
        try {
            Optional<Duration> wait = registration.register(account, typed, acting.origin());
            if (wait.isPresent()) {
                refuse("identity.tooMany", Math.max(1, wait.get().toMinutes()));
                return;
            }
        } catch (Hashing.Busy busy) {
            refuse("identity.busy");
            return;
        }
        remove(form);
        add(Words.done(texts(), "mail", "identity.register.done"));
    }

    private void refuse(String key, Object... arguments) {
        trouble.say(texts().get(key, arguments));
    }
}
