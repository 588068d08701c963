package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import pl.otwartagmina.identity.internal.Devices;

/** The PIN of a phone: digits, with the keys for them, and none of a password manager's business. */
final class PinField extends PasswordField {
    private static final long serialVersionUID = 1L;

    PinField() {
        setAllowedCharPattern("[0-9]");
        setMaxLength(Devices.LONGEST_PIN);
        setAutocomplete(Autocomplete.OFF);
        Fields.required(this);
        getElement().executeJs("this.inputElement.inputMode = 'numeric'");
    }
}
