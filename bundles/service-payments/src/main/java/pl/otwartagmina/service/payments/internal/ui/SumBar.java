package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.value.Money;

/** How many are chosen and what they come to, always in sight, with the one thing to do next. */
final class SumBar extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final Span count = new Span();
    private final Element sum = new Element("strong");
    private final Paragraph hint = new Paragraph();
    private final Button act = new Button();

    SumBar(Texts texts, Runnable pressed) {
        this.texts = texts;
        addClassName("og-sumbar");
        getElement().setAttribute("role", "region");
        Div words = new Div(count);
        words.getElement().setAttribute("aria-live", "polite");
        words.getElement().appendChild(sum);
        act.addClickListener(click -> pressed.run());
        add(words, hint, act);
        setVisible(false);
    }

    /** Shows so many; nothing while there are none. */
    void show(int chosen, Money total) {
        setVisible(chosen > 0);
        getElement().setAttribute("aria-label", texts.get("payments.sum.label"));
        count.setText(texts.get("payments.sum.count", chosen));
        sum.setText(Formats.amount(total));
        hint.setText(texts.get("payments.sum.hint"));
        act.setText(texts.get("payments.sum.pay"));
    }
}
