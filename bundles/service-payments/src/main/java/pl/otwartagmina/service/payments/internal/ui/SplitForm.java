package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.bank.Assignment;

/** Splits a transfer over dues, of one card or several: the parts have to come to the transfer. */
final class SplitForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient TransferWords words;
    private final transient Money whole;
    private final Map<Due, TextField> fields = new LinkedHashMap<>();
    private final Div rows = new Div();
    private final Paragraph total = new Paragraph();
    private final Button assign = new Button();

    SplitForm(Texts texts, TransferWords words, Money whole, Consumer<Map<Due, Money>> split) {
        this.texts = texts;
        this.words = words;
        this.whole = whole;
        addClassNames("og-card", "og-section");
        rows.addClassName("og-todo");
        total.addClassName("og-strong");
        total.getElement().setAttribute("aria-live", "polite");
        assign.setText(texts.get("payments.entry.split.assign"));
        assign.addClickListener(click -> amounts()
                .filter(amounts -> Assignment.sum(amounts).equals(whole))
                .ifPresent(split));
        Div actions = new Div(assign);
        actions.addClassName("og-actions");
        Paragraph lead = new Paragraph(texts.get("payments.entry.split.lead"));
        lead.addClassName("og-muted");
        add(new H3(texts.get("payments.entry.split")), lead, new Div(rows), total, actions);
        setVisible(false);
    }

    /** Dues that may get a part: those that are open, or the last one, which more may go to than is owed. */
    void offer(List<Due> dues) {
        List<Due> open = dues.stream().filter(due -> due.open().isPositive()).toList();
        if (open.isEmpty()) {
            dues.stream().max(Comparator.comparing(Due::dueDay)).ifPresent(this::row);
        }
        open.forEach(this::row);
        setVisible(!fields.isEmpty());
        changed();
    }

    private void row(Due due) {
        if (fields.keySet().stream().map(Due::name).anyMatch(due.name()::equals)) {
            return;
        }
        Element title = new Element("strong");
        title.setText(words.due(due));
        Div about = new Div();
        about.getElement().appendChild(title);
        about.add(new Small(texts.get("payments.entry.split.about", words.numbers(due), Formats.day(due.dueDay()))));
        about.addClassName("og-todo-words");
        TextField amount = new TextField();
        amount.setLabel(texts.get("payments.basket.amount"));
        amount.setAriaLabel(texts.get("payments.basket.amount.label", words.due(due)));
        amount.setHelperText(texts.get("payments.entry.split.open", Formats.amount(due.open())));
        amount.setSuffixComponent(new Span("zł"));
        amount.getElement().setAttribute("inputmode", "decimal");
        amount.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        amount.setManualValidation(true);
        amount.addValueChangeListener(change -> changed());
        fields.put(due, amount);
        rows.add(new Div(about, amount));
    }

    private void changed() {
        fields.values().forEach(field -> {
            boolean wrong =
                    !field.isEmpty() && TypedAmount.read(field.getValue()).isEmpty();
            field.setErrorMessage(wrong ? texts.get("payments.entry.split.wrong") : "");
            field.setInvalid(wrong);
        });
        Optional<Money> sum = amounts().map(Assignment::sum);
        assign.setEnabled(sum.filter(whole::equals).isPresent());
        total.setText(sum.map(parts -> texts.get(
                        parts.compareTo(whole) > 0 ? "payments.entry.split.over" : "payments.entry.split.left",
                        Formats.amount(parts),
                        Formats.amount(whole),
                        Formats.amount(whole.compareTo(parts) > 0 ? whole.minus(parts) : parts.minus(whole))))
                .orElseGet(() -> texts.get("payments.basket.total.wrong")));
    }

    /** What is typed; empty while one of the fields is wrong. */
    private Optional<Map<Due, Money>> amounts() {
        Map<Due, Money> amounts = new LinkedHashMap<>();
        for (Map.Entry<Due, TextField> field : fields.entrySet()) {
            String typed = field.getValue().getValue();
            Optional<Money> amount = TypedAmount.read(typed);
            if (amount.isPresent()) {
                amounts.put(field.getKey(), amount.get());
            } else if (!typed.isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.of(amounts);
    }
}
