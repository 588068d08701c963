package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import pl.otwartagmina.api.ui.DayWords;
import pl.otwartagmina.api.ui.Texts;

/** Some days, the first and the last, no more than there may be. */
final class DaysForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final long most;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Span trouble = new Span();

    /**
     * @param most days that may be asked for
     * @param key of the button's words
     */
    DaysForm(
            Texts texts,
            LocalDate first,
            LocalDate last,
            int most,
            String key,
            BiConsumer<LocalDate, LocalDate> chosen) {
        this.texts = texts;
        this.most = most;
        from.setValue(first);
        to.setValue(last);
        from.setRequiredIndicatorVisible(true);
        to.setRequiredIndicatorVisible(true);
        Button show = new Button();
        show.addClickListener(click -> {
            if (isRight()) {
                chosen.accept(from.getValue(), to.getValue());
            }
        });
        trouble.getElement().setAttribute("role", "alert");
        Div actions = new Div(show, trouble);
        actions.addClassName("og-filters-actions");
        addClassName("og-filters");
        add(from, to, actions);
        texts.bind(show::setText, key);
        texts.bind(from::setLabel, "payments.days.from");
        texts.bind(to::setLabel, "payments.days.to");
        texts.onLanguage(() -> {
            from.setI18n(DayWords.of(texts, "payments.day"));
            to.setI18n(DayWords.of(texts, "payments.day"));
        });
        texts.bind(from::setPlaceholder, "payments.day.form");
        texts.bind(to::setPlaceholder, "payments.day.form");
    }

    private boolean isRight() {
        boolean right = !from.isEmpty()
                && !to.isEmpty()
                && !to.getValue().isBefore(from.getValue())
                && ChronoUnit.DAYS.between(from.getValue(), to.getValue()) < most;
        trouble.setText(right ? "" : texts.get("payments.days.wrong", most));
        if (!right) {
            from.focus();
        }
        return right;
    }
}
