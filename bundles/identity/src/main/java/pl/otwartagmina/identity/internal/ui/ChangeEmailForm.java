package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.ui.Gate;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.EmailChange;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.PasswordCheck;

/** Another e-mail address: asks for the password, or for a fresh sign-in where there is none. */
final class ChangeEmailForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient EmailChange change;
    private final transient PasswordCheck passwords;
    private final transient Acting acting;
    private final transient Account account;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Notice waiting = new Notice(Tone.INFO);
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();

    ChangeEmailForm(Texts texts, EmailChange change, PasswordCheck passwords, Acting acting, Account account) {
        this.texts = texts;
        this.change = change;
        this.passwords = passwords;
        this.acting = acting;
        this.account = account;
        addClassName("og-form");
        texts.bind(email::setLabel, "identity.email.new");
        email.setAutocomplete(Autocomplete.EMAIL);
        Fields.required(email);
        texts.bind(password::setLabel, "identity.password.old");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        Fields.required(password);
        password.setVisible(passwords.isAsked(acting));
        Button send = new Button();
        texts.bind(send::setText, "identity.email.change");
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            send();
            send.setEnabled(true);
        });
        texts.onLanguage(this::showWaiting);
        add(trouble, waiting, email, password, send);
    }

    private void showWaiting() {
        change.waiting(account)
                .ifPresent(address -> waiting.say(texts.get(
                        account.email().isPresent() ? "identity.email.waiting" : "identity.email.waiting.new",
                        address)));
    }

    private void send() {
        trouble.hide();
        String address = email.getValue().strip();
        if (!EmailChange.isNew(account, address)) {
            Fields.refuse(email, texts.get("identity.email.wrong"));
        } else if (!passwords.isAsked(acting)) {
            Gate.of(this).pass(AccessLevel.STRONG, sure -> ask(address));
        } else if (password.isEmpty()) {
            Fields.refuse(password, texts.get("identity.password.old.missing"));
        } else {
            check(address);
        }
    }

    private void check(String address) {
        char[] typed = password.getValue().toCharArray();
        try {
            switch (passwords.check(acting, typed)) {
                case RIGHT -> ask(address);
                case WRONG, NONE -> Fields.refuse(password, texts.get("identity.password.old.wrong"));
                case TOO_MANY -> trouble.say(texts.get("identity.password.tooMany"));
            }
        } catch (Hashing.Busy busy) {
            trouble.say(texts.get("identity.busy"));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private void ask(String address) {
        Optional<Duration> wait = change.ask(acting, address);
        if (wait.isPresent()) {
            trouble.say(texts.get("identity.tooMany", Math.max(1, wait.get().toMinutes())));
            return;
        }
        email.clear();
        password.clear();
        showWaiting();
    }
}
