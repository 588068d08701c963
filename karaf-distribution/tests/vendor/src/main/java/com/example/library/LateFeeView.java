package com.example.library;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.value.Money;

final class LateFeeView extends Page {
    private static final Money A_DAY = Money.of("0.20");

    private final IntegerField days = new IntegerField();
    private final Paragraph fee = new Paragraph();

    LateFeeView() {
        super("library");
        days.setValueChangeMode(ValueChangeMode.EAGER);
        days.addValueChangeListener(change -> texts().refresh());
        texts().bind(days::setLabel, "library.days");
        texts().onLanguage(() -> fee.setText(texts().get("library.fee", Formats.amount(fee(days.getOptionalValue().orElse(0))))));
        Div card = new Div(days, fee);
        card.addClassName("og-card");
        add(card);
    }

    static Money fee(int days) {
        return new Money(A_DAY.amount().multiply(BigDecimal.valueOf(Math.max(0, days))));
    }
}
