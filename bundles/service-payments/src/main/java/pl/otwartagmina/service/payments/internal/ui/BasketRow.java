package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.settlement.Settlement;

/** A due in the basket, with a field for how much of it is paid. */
final class BasketRow extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final Owed owed;
    private final Element title = new Element("strong");
    private final Small numbers = new Small("");
    private final Small settles = new Small("");
    private final TextField amount = new TextField();
    private final Span whole = new Span();

    BasketRow(Texts texts, Owed owed, Runnable changed) {
        this.texts = texts;
        this.owed = owed;
        Div words = new Div();
        words.getElement().appendChild(title);
        words.add(numbers, settles);
        words.addClassName("og-todo-words");
        whole.addClassNames("og-amount", "og-todo-amount");
        amount.setValue(TypedAmount.of(owed.toPay()));
        amount.setSuffixComponent(new Span("zł"));
        amount.getElement().setAttribute("inputmode", "decimal");
        amount.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        amount.addValueChangeListener(change -> {
            judge();
            changed.run();
        });
        add(words, isWhole() ? whole : amount);
    }

    /** No part of it may be paid: there is nothing to type. */
    private boolean isWhole() {
        return !owed.due().origin().partPayment();
    }

    Owed owed() {
        return owed;
    }

    boolean is(Owed other) {
        return owed.equals(other);
    }

    /** What is typed, if it is an amount that can be paid. */
    Optional<Money> amount() {
        return TypedAmount.read(amount.getValue())
                .filter(money -> money.isPositive() && money.compareTo(owed.toPay()) <= 0);
    }

    void focus() {
        amount.focus();
    }

    void show(DueWords words) {
        title.setText(words.title(owed.due()));
        numbers.setText(words.numbers(owed.due()));
        whole.setText(texts.get("payments.basket.whole", Formats.amount(owed.toPay())));
        amount.setLabel(texts.get("payments.basket.amount"));
        amount.setHelperText(texts.get("payments.basket.amount.of", Formats.amount(owed.toPay())));
        amount.setAriaLabel(texts.get("payments.basket.amount.label", words.title(owed.due())));
        judge();
    }

    private void judge() {
        boolean wrong = amount().isEmpty();
        amount.setInvalid(wrong);
        amount.setErrorMessage(wrong ? texts.get("payments.basket.amount.wrong", Formats.amount(owed.toPay())) : "");
    }

    /** What the amount settles, in the order of the law; nothing where it is all principal. */
    void explain(Settlement.Share share) {
        List<String> parts = new ArrayList<>();
        if (share.costs().isPositive()) {
            parts.add(texts.get("payments.basket.costs", Formats.amount(share.costs())));
        }
        if (share.interest().isPositive()) {
            parts.add(texts.get("payments.basket.interest", Formats.amount(share.interest())));
        }
        if (!parts.isEmpty() && share.principal().isPositive()) {
            parts.add(texts.get("payments.basket.principal", Formats.amount(share.principal())));
        }
        settles.setText(parts.isEmpty() ? "" : texts.get("payments.basket.settles", String.join(", ", parts)));
    }
}
