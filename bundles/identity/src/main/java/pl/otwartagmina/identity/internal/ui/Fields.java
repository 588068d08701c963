package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.textfield.TextFieldBase;

/** Fields whose faults their form tells when it is sent: beside the field, which gets the focus, until it is changed. */
final class Fields {
    private Fields() {}

    /** Has to be filled in. */
    static void required(TextFieldBase<?, String> field) {
        field.setRequiredIndicatorVisible(true);
        judgedByForm(field);
    }

    static void judgedByForm(TextFieldBase<?, String> field) {
        field.setManualValidation(true);
        field.addValueChangeListener(change -> field.setInvalid(false));
    }

    static void refuse(TextFieldBase<?, String> field, String fault) {
        field.setErrorMessage(fault);
        field.setInvalid(true);
        field.focus();
    }
}
