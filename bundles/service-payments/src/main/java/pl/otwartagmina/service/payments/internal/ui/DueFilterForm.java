package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pl.otwartagmina.api.ui.DayWords;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.DueGroup;
import pl.otwartagmina.service.payments.internal.Kind;

/** What the reader looks for. Nothing happens until it is asked for, and no change of language loses what was typed. */
final class DueFilterForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final Div fields = new Div();
    private final Select<DueGroup> kind = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final IntegerField year = new IntegerField();
    private final TextField number = new TextField();
    private final Button search = new Button();
    private final Button clear = new Button();
    private final Button advanced = new Button();
    private final Consumer<DueFilter> found;

    DueFilterForm(Texts texts, List<String> modules, Consumer<DueFilter> found) {
        this.texts = texts;
        this.found = found;
        offer(modules);
        kind.setEmptySelectionAllowed(true);
        // the second day cannot lie before the first
        from.addValueChangeListener(change -> to.setMin(change.getValue()));
        year.setMin(1990);
        year.setMax(2099);
        number.setMaxLength(80);
        year.setVisible(false);
        number.setVisible(false);
        search.addClickListener(click -> search());
        search.addClickShortcut(Key.ENTER).listenOn(fields);
        // Enter searches before the field that it is pressed in would tell its value
        year.setValueChangeMode(ValueChangeMode.EAGER);
        number.setValueChangeMode(ValueChangeMode.EAGER);
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        clear.addClickListener(click -> clear());
        advanced.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        advanced.addClassName("og-end");
        advanced.addClickListener(click -> showAdvanced(!year.isVisible()));
        showAdvanced(false);
        Div actions = new Div(search, clear, advanced);
        actions.addClassName("og-filters-actions");
        fields.addClassName("og-filters");
        fields.getElement().setAttribute("role", "search");
        fields.add(kind, from, to, year, number, actions);
        add(phoneToggle(), fields);
        bindTexts();
    }

    /** Kinds of the tax system, and modules; what was chosen stays chosen where it is still there. */
    void offer(List<String> modules) {
        Optional<DueGroup> chosen = kind.getOptionalValue();
        List<DueGroup> groups = Stream.concat(
                        Stream.of(Kind.values()).map(DueGroup::of),
                        modules.stream().map(DueGroup::ofModule))
                .toList();
        kind.setItems(groups);
        chosen.filter(groups::contains).ifPresent(kind::setValue);
    }

    private String name(DueGroup group) {
        return texts.get(
                group.kind().map(one -> "payments.kind." + one.code()).orElseGet(() -> group.source() + ".title"));
    }

    private NativeButton phoneToggle() {
        NativeButton toggle = new NativeButton();
        toggle.addClassNames("og-button", "og-filters-toggle");
        toggle.getElement().setAttribute("aria-expanded", "false");
        toggle.addClickListener(click -> {
            boolean open = !fields.hasClassName("og-open");
            fields.setClassName("og-open", open);
            toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
        });
        texts.onLanguage(() -> {
            toggle.removeAll();
            toggle.add(new Icon("funnel"));
            toggle.getElement().appendChild(Element.createText(texts.get("payments.filter.toggle")));
        });
        return toggle;
    }

    private void showAdvanced(boolean open) {
        year.setVisible(open);
        number.setVisible(open);
        advanced.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private void search() {
        List<AbstractField<?, ?>> wrong = Stream.<AbstractField<?, ?>>of(from, to, year)
                .filter(field -> field.getElement().getProperty("invalid", false))
                .toList();
        if (wrong.isEmpty()) {
            found.accept(new DueFilter(
                    kind.getOptionalValue(),
                    from.getOptionalValue(),
                    to.getOptionalValue(),
                    year.getOptionalValue().map(OptionalInt::of).orElse(OptionalInt.empty()),
                    number.getValue()));
        } else {
            wrong.get(0).getElement().callJsFunction("focus");
        }
    }

    private void clear() {
        Stream.of(kind, from, to, year, number).forEach(AbstractField::clear);
        search();
    }

    private void bindTexts() {
        texts.bind(kind::setLabel, "payments.filter.kind");
        texts.bind(kind::setEmptySelectionCaption, "payments.filter.kind.all");
        texts.onLanguage(() ->
                kind.setItemLabelGenerator(item -> item == null ? texts.get("payments.filter.kind.all") : name(item)));
        texts.bind(from::setLabel, "payments.filter.from");
        texts.bind(to::setLabel, "payments.filter.to");
        texts.onLanguage(() -> {
            from.setI18n(DayWords.of(texts, "payments.day"));
            to.setI18n(DayWords.of(texts, "payments.day").setMinErrorMessage(texts.get("payments.filter.order")));
        });
        texts.bind(from::setPlaceholder, "payments.day.form");
        texts.bind(to::setPlaceholder, "payments.day.form");
        texts.bind(year::setLabel, "payments.filter.year");
        texts.onLanguage(() -> year.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(texts.get("payments.filter.year.wrong"))
                .setMinErrorMessage(texts.get("payments.filter.year.wrong"))
                .setMaxErrorMessage(texts.get("payments.filter.year.wrong"))));
        texts.bind(number::setLabel, "payments.filter.number");
        texts.bind(search::setText, "payments.filter.search");
        texts.bind(clear::setText, "payments.filter.clear");
        texts.bind(advanced::setText, "payments.filter.advanced");
    }
}
