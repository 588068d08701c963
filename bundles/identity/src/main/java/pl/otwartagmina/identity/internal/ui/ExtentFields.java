package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.ui.DayWords;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.Representation.Extent;

/** What a mandate covers, and from when to when. */
final class ExtentFields extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final RadioButtonGroup<Boolean> all = new RadioButtonGroup<>();
    private final CheckboxGroup<String> modules = new CheckboxGroup<>();
    private final CheckboxGroup<Mandate.Right> rights = new CheckboxGroup<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();

    /** @param ids of the modules that there are */
    ExtentFields(Texts texts, List<String> ids, LocalDate today) {
        this.texts = texts;
        addClassName("og-form");
        texts.bind(all::setLabel, "identity.mandates.modules");
        all.setItems(true, false);
        texts.onLanguage(() -> all.setItemLabelGenerator(
                every -> texts.get(every ? "identity.mandates.modules.all" : "identity.mandates.modules.some")));
        all.setValue(true);
        all.addValueChangeListener(change -> modules.setVisible(!all.getValue()));
        texts.bind(modules::setLabel, "identity.mandates.modules.which");
        modules.setItems(ids);
        texts.onLanguage(() -> modules.setItemLabelGenerator(id -> texts.get(id + ".title")));
        modules.setVisible(false);
        texts.bind(rights::setLabel, "identity.mandates.rights");
        rights.setItems(Mandate.Right.values());
        texts.onLanguage(() -> rights.setItemLabelGenerator(right -> MandateWords.right(texts, right)));
        rights.setValue(Set.of(Mandate.Right.VIEW));
        // to see is part of every mandate
        rights.setItemEnabledProvider(right -> right != Mandate.Right.VIEW);
        days(from, "identity.mandates.from");
        from.setValue(today);
        from.setMin(today);
        days(to, "identity.mandates.to");
        texts.bind(to::setHelperText, "identity.mandates.to.help");
        to.setMin(today);
        Div days = new Div(from, to);
        days.addClassName("og-filters");
        add(all, modules, rights, days);
    }

    private void days(DatePicker picker, String key) {
        texts.bind(picker::setLabel, key);
        texts.onLanguage(() -> picker.setI18n(DayWords.of(texts, "identity.day")));
        texts.onLanguage(() -> picker.setLocale(texts.locale()));
        picker.setManualValidation(true);
        picker.addValueChangeListener(change -> picker.setInvalid(false));
    }

    /** What was chosen; empty if something is missing, which the field then says. */
    Optional<Extent> value() {
        if (!all.getValue() && modules.isEmpty()) {
            modules.setErrorMessage(texts.get("identity.mandates.modules.missing"));
            modules.setInvalid(true);
            return Optional.empty();
        }
        LocalDate first = from.getValue();
        if (first == null) {
            refuse(from, "identity.mandates.from.missing");
            return Optional.empty();
        }
        LocalDate last = to.getValue();
        if (last != null && last.isBefore(first)) {
            refuse(to, "identity.mandates.to.early");
            return Optional.empty();
        }
        Set<Mandate.Scope> scopes = new LinkedHashSet<>();
        Set<String> covered = all.getValue() ? Set.of(Mandate.ALL_MODULES) : modules.getValue();
        covered.forEach(module -> {
            scopes.add(new Mandate.Scope(module, Mandate.Right.VIEW));
            rights.getValue().forEach(right -> scopes.add(new Mandate.Scope(module, right)));
        });
        return Optional.of(new Extent(scopes, first, Optional.ofNullable(last)));
    }

    private void refuse(DatePicker picker, String key) {
        picker.setErrorMessage(texts.get(key));
        picker.setInvalid(true);
        picker.focus();
    }
}
