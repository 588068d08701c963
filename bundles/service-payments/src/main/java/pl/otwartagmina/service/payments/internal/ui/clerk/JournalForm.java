package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.api.ui.DayWords;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.clerk.JournalFilter;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.order.OrderState;

/** What a clerk looks for in the journal. Nothing happens until it is asked for. */
final class JournalForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NUMBER = 110;

    private final Texts texts;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Select<OrderState> state = new Select<>();
    private final Select<String> gateway = new Select<>();
    private final TextField number = new TextField();
    private final TextField amount = new TextField();
    private final transient Gateways gateways;
    private final Consumer<JournalFilter> found;

    JournalForm(Texts texts, Gateways gateways, Consumer<JournalFilter> found) {
        this.texts = texts;
        this.gateways = gateways;
        this.found = found;
        from.addValueChangeListener(change -> to.setMin(change.getValue()));
        state.setItems(OrderState.values());
        state.setEmptySelectionAllowed(true);
        gateway.setItems(gateways.all().stream().map(PaymentGateway::id).toList());
        gateway.setEmptySelectionAllowed(true);
        number.setMaxLength(LONGEST_NUMBER);
        number.setClearButtonVisible(true);
        amount.setMaxLength(20);
        amount.setManualValidation(true);
        number.setValueChangeMode(ValueChangeMode.EAGER);
        amount.setValueChangeMode(ValueChangeMode.EAGER);
        amount.addValueChangeListener(change -> amount.setInvalid(false));
        Button search = new Button();
        search.addClickListener(click -> search());
        Button clear = new Button();
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        clear.addClickListener(click -> {
            Stream.<AbstractField<?, ?>>of(from, to, state, gateway, number, amount)
                    .forEach(AbstractField::clear);
            search();
        });
        Div actions = new Div(search, clear);
        actions.addClassName("og-filters-actions");
        addClassName("og-filters");
        getElement().setAttribute("role", "search");
        add(from, to, state, gateway, number, amount, actions);
        search.addClickShortcut(Key.ENTER).listenOn(this);
        texts.bind(search::setText, "payments.filter.search");
        texts.bind(clear::setText, "payments.filter.clear");
        bindTexts();
    }

    private void search() {
        Optional<Money> sum = Amounts.read(amount.getValue());
        amount.setInvalid(!amount.isEmpty() && sum.isEmpty());
        Optional<AbstractField<?, ?>> wrong = Stream.<AbstractField<?, ?>>of(from, to, amount)
                .filter(field -> field.getElement().getProperty("invalid", false))
                .findFirst();
        if (wrong.isPresent()) {
            wrong.get().getElement().callJsFunction("focus");
            return;
        }
        found.accept(new JournalFilter(
                from.getOptionalValue(),
                to.getOptionalValue(),
                state.getOptionalValue(),
                gateway.getOptionalValue().orElse(""),
                number.getValue(),
                sum));
    }

    private void bindTexts() {
        texts.bind(from::setLabel, "payments.journal.from");
        texts.bind(to::setLabel, "payments.journal.to");
        texts.onLanguage(() -> {
            from.setI18n(DayWords.of(texts, "payments.day"));
            to.setI18n(DayWords.of(texts, "payments.day").setMinErrorMessage(texts.get("payments.filter.order")));
        });
        texts.bind(from::setPlaceholder, "payments.day.form");
        texts.bind(to::setPlaceholder, "payments.day.form");
        texts.bind(state::setLabel, "payments.column.state");
        texts.bind(gateway::setLabel, "payments.column.gateway");
        texts.onLanguage(() -> {
            String all = texts.get("payments.journal.all");
            state.setEmptySelectionCaption(all);
            gateway.setEmptySelectionCaption(all);
            state.setItemLabelGenerator(one -> one == null ? all : texts.get("payments.order." + one.code()));
            gateway.setItemLabelGenerator(one -> one == null ? all : gateways.name(one, texts.locale()));
        });
        texts.bind(number::setLabel, "payments.journal.number");
        texts.bind(amount::setLabel, "payments.column.amount");
        texts.bind(amount::setErrorMessage, "payments.refund.amount.wrong");
    }
}
