package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Arrays;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.Registration;

/** The old password and a new one. */
final class ChangePasswordForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient Registration registration;
    private final transient Acting acting;
    private final transient Account account;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Notice done = new Notice(Tone.SUCCESS);
    private final PasswordField old = new PasswordField();
    private final PasswordFields fresh;

    ChangePasswordForm(Texts texts, Registration registration, Acting acting, Account account) {
        this.texts = texts;
        this.registration = registration;
        this.acting = acting;
        this.account = account;
        this.fresh = new PasswordFields(texts);
        addClassName("og-form");
        texts.bind(old::setLabel, "identity.password.old");
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        Fields.required(old);
        Button change = new Button();
        change.setDisableOnClick(true);
        change.addClickListener(click -> {
            change();
            change.setEnabled(true);
        });
        texts.bind(change::setText, "identity.password.change");
        add(trouble, done, old, fresh, change);
    }

    private void change() {
        trouble.hide();
        done.hide();
        if (old.isEmpty()) {
            refuseOld("identity.password.old.missing");
            return;
        }
        Optional<char[]> typed = fresh.value(account.email().orElse(""), account.firstName(), account.lastName());
        if (typed.isEmpty()) {
            return;
        }
        char[] before = old.getValue().toCharArray();
        try {
            switch (registration.change(acting, before, typed.get())) {
                case RIGHT -> {
                    old.clear();
                    fresh.clear();
                    done.say(texts.get("identity.password.changed"));
                }
                case WRONG, NONE -> refuseOld("identity.password.old.wrong");
                case TOO_MANY -> trouble.say(texts.get("identity.password.tooMany"));
            }
        } catch (Hashing.Busy busy) {
            trouble.say(texts.get("identity.busy"));
        } finally {
            Arrays.fill(before, ' ');
            Arrays.fill(typed.get(), ' ');
        }
    }

    private void refuseOld(String key) {
        Fields.refuse(old, texts.get(key));
    }
}
