package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;

/** The password of somebody signed in, once more. */
final class PasswordForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient Function<char[], Optional<String>> check;
    private final Notice wrong = new Notice(Tone.DANGER);
    private final PasswordField password = new PasswordField();

    /** @param check takes the password that was typed, and answers what is wrong with it */
    PasswordForm(Texts texts, Function<char[], Optional<String>> check) {
        this.texts = texts;
        this.check = check;
        addClassNames("og-form", "og-card");
        texts.bind(password::setLabel, "portal.signInPage.password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setAutofocus(true);
        Button enter = new Button();
        texts.bind(enter::setText, "portal.sso.password.go");
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        enter.setDisableOnClick(true);
        enter.addClickListener(click -> {
            enter();
            enter.setEnabled(true);
        });
        add(wrong, password, enter);
    }

    private void enter() {
        wrong.hide();
        if (password.isEmpty()) {
            refuse(texts.get("portal.sso.password.missing"));
            return;
        }
        char[] typed = password.getValue().toCharArray();
        password.clear();
        check.apply(typed).ifPresent(this::refuse);
        Arrays.fill(typed, ' ');
    }

    private void refuse(String text) {
        wrong.say(text);
        password.focus();
    }
}
