package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.service.payments.internal.clerk.LookUp;
import pl.otwartagmina.service.payments.internal.clerk.TaxpayerNumber;

/** Whom a clerk looks for, and why. Without a reason nobody is looked for; another number needs its own reason. */
final class TaxpayerForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 40;

    private final Texts texts;
    private final transient BiFunction<TaxpayerNumber.Sort, String, TaxpayerNumber> reader;
    private final transient BiConsumer<TaxpayerNumber, String> found;
    private final Select<TaxpayerNumber.Sort> sort = new Select<>();
    private final TextField number = new TextField();
    private final Select<String> kind = new Select<>();
    private final TextField sign = new TextField();

    TaxpayerForm(
            Texts texts,
            BiFunction<TaxpayerNumber.Sort, String, TaxpayerNumber> reader,
            BiConsumer<TaxpayerNumber, String> found) {
        this.texts = texts;
        this.reader = reader;
        this.found = found;
        sort.setItems(TaxpayerNumber.Sort.values());
        sort.setValue(TaxpayerNumber.Sort.PESEL);
        number.setMaxLength(LONGEST);
        number.setAutocomplete(Autocomplete.OFF);
        number.setValueChangeMode(ValueChangeMode.EAGER);
        number.setManualValidation(true);
        number.setRequiredIndicatorVisible(true);
        number.addValueChangeListener(change -> {
            number.setInvalid(false);
            // somebody else is looked for because of something else
            kind.clear();
            sign.clear();
        });
        kind.setItems(LookUp.KINDS);
        // no mark that it is required: a select says so by an attribute that its role does not have
        kind.setManualValidation(true);
        kind.addValueChangeListener(change -> kind.setInvalid(false));
        sign.setMaxLength(LookUp.LONGEST_SIGN);
        sign.setValueChangeMode(ValueChangeMode.EAGER);
        sign.setManualValidation(true);
        sign.addValueChangeListener(change -> sign.setInvalid(false));
        Button search = new Button();
        search.addClickListener(click -> search());
        search.addClickShortcut(Key.ENTER).listenOn(this);
        addClassName("og-form");
        getElement().setAttribute("role", "search");
        add(sort, number, kind, sign, search);
        texts.bind(search::setText, "payments.filter.search");
        texts.bind(sort::setLabel, "payments.taxpayer.by");
        texts.onLanguage(() -> sort.setItemLabelGenerator(one -> texts.get("payments.taxpayer.by." + one.code())));
        texts.bind(number::setLabel, "payments.taxpayer.number");
        texts.bind(kind::setLabel, "payments.taxpayer.reason");
        texts.bind(kind::setHelperText, "payments.taxpayer.reason.help");
        texts.onLanguage(() -> kind.setItemLabelGenerator(this::words));
        texts.bind(sign::setLabel, "payments.taxpayer.sign");
        texts.bind(sign::setHelperText, "payments.taxpayer.sign.help");
    }

    private String words(String reason) {
        return texts.get("payments.audit.reason." + reason);
    }

    private void search() {
        TaxpayerNumber whom = reader.apply(sort.getValue(), number.getValue());
        String why = kind.getOptionalValue().orElse("");
        number.setInvalid(whom instanceof TaxpayerNumber.Wrong);
        number.setErrorMessage(texts.get("payments.taxpayer.number.wrong"));
        kind.setInvalid(why.isEmpty());
        kind.setErrorMessage(texts.get("payments.taxpayer.reason.missing"));
        sign.setInvalid(!LookUp.isSign(why, sign.getValue()));
        sign.setErrorMessage(texts.get("payments.taxpayer.sign.wrong"));
        if (number.isInvalid()) {
            number.focus();
        } else if (kind.isInvalid()) {
            kind.focus();
        } else if (sign.isInvalid()) {
            sign.focus();
        } else {
            found.accept(whom, new LookUp(why, sign.getValue()).reason(words(why)));
        }
    }
}
