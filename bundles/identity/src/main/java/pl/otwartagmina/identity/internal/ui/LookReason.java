package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Optional;
import java.util.stream.Stream;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.LookUps;

/** Why somebody of the office looks for a person: one of the usual reasons, or words of their own. */
final class LookReason extends ComboBox<String> {
    private static final long serialVersionUID = 1L;
    /** Stands in the list to be completed with a number; says nothing by itself. */
    private static final String CASE = "case";

    private final Texts texts;

    LookReason(Texts texts) {
        this.texts = texts;
        addClassName("og-wide");
        setItems(Stream.concat(LookUps.USUAL.stream(), Stream.of(CASE)).toList());
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> setValue(typed.getDetail().strip()));
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
        addValueChangeListener(change -> setInvalid(false));
        texts.bind(this::setLabel, "identity.look.reason");
        texts.bind(this::setHelperText, "identity.look.reason.help");
        texts.onLanguage(() -> setItemLabelGenerator(this::words));
    }

    private String words(String reason) {
        if (reason.equals(CASE)) {
            return texts.get("identity.look.case");
        }
        return LookUps.USUAL.contains(reason) ? texts.get("identity.audit.reason." + reason) : reason;
    }

    /** What was given; empty if it does not do, which the field then says. */
    Optional<String> reason() {
        String given = getOptionalValue().orElse("");
        if (given.equals(CASE) || given.equals(words(CASE))) {
            return refuse("identity.look.case.missing");
        }
        if (!LookUps.isReason(given)) {
            return refuse(given.isBlank() ? "identity.look.reason.missing" : "identity.look.reason.wrong");
        }
        return Optional.of(given);
    }

    private Optional<String> refuse(String key) {
        setErrorMessage(texts.get(key));
        setInvalid(true);
        focus();
        return Optional.empty();
    }
}
