package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Optional;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.PasswordRule;

/** A new password, typed twice. */
final class PasswordFields extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();

    PasswordFields(Texts texts) {
        this.texts = texts;
        addClassName("og-form-group");
        for (PasswordField field : new PasswordField[] {password, again}) {
            field.setAutocomplete(Autocomplete.NEW_PASSWORD);
            Fields.required(field);
        }
        texts.bind(password::setLabel, "identity.password.new");
        texts.bind(password::setHelperText, "identity.password.rule", PasswordRule.SHORTEST);
        texts.bind(again::setLabel, "identity.password.again");
        add(password, again);
    }

    /** The password, to be cleared by the caller; empty if it is not good, which the fields say then. */
    Optional<char[]> value(String email, String firstName, String lastName) {
        char[] typed = password.getValue().toCharArray();
        Optional<PasswordRule.Fault> fault = PasswordRule.faultOf(typed, email, firstName, lastName);
        if (fault.isPresent()) {
            refuse(password, "identity.password.fault." + fault.get().name());
            return Optional.empty();
        }
        if (!password.getValue().equals(again.getValue())) {
            refuse(again, "identity.password.different");
            return Optional.empty();
        }
        return Optional.of(typed);
    }

    void clear() {
        password.clear();
        again.clear();
    }

    private void refuse(PasswordField field, String key) {
        Fields.refuse(field, texts.get(key, PasswordRule.SHORTEST));
    }
}
