package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.ui.DayWords;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.document.Papers;
import pl.otwartagmina.service.payments.internal.settlement.Derivation;

/** "A jeśli zapłacę dnia …": what a due will come to, and the reckoning as a file. */
final class WhatIf extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient Owed owed;
    private final transient LateInterest lateInterest;
    private final transient Papers papers;
    private final DatePicker day = new DatePicker();
    private final Span answer = new Span();

    WhatIf(Texts texts, Owed owed, LateInterest lateInterest, Papers papers) {
        this.texts = texts;
        this.owed = owed;
        this.lateInterest = lateInterest;
        this.papers = papers;
        day.setLabel(texts.get("payments.derivation.what-if"));
        day.setPlaceholder(texts.get("payments.day.form"));
        day.setI18n(
                DayWords.of(texts, "payments.day").setMinErrorMessage(texts.get("payments.derivation.what-if.past")));
        day.setMin(owed.day());
        day.addValueChangeListener(change -> show());
        answer.getElement().setAttribute("role", "status");
        addClassName("og-actions");
        add(day, answer, download());
    }

    /** Whether there is anything to reckon: something still owed that bears interest, of which the rates are known. */
    static boolean helps(Owed owed) {
        return (owed.state() == DueState.TO_PAY || owed.state() == DueState.OVERDUE)
                && (owed.due().interest() == InterestRule.TAX || owed.due().interest() == InterestRule.CIVIL)
                && owed.due().principalLeft().isPositive()
                && owed.interest().isPresent();
    }

    private void show() {
        answer.setText(day.getOptionalValue()
                .filter(chosen -> !chosen.isBefore(owed.day()))
                .map(chosen -> Owed.on(chosen, owed.due(), lateInterest))
                .map(then -> texts.get(
                        "payments.derivation.what-if.answer",
                        Formats.amount(then.interest().orElse(Money.ZERO)),
                        Formats.amount(then.toPay())))
                .orElse(""));
    }

    /** Of the day that is chosen when it is fetched, of today where none is. */
    private PdfLink download() {
        return new PdfLink(
                texts.get("payments.derivation.download"),
                texts.get("payments.derivation.file"),
                () -> pdf(day.getOptionalValue()
                        .filter(chosen -> !chosen.isBefore(owed.day()))
                        .orElse(owed.day())));
    }

    private byte[] pdf(LocalDate chosen) {
        DueWords words = new DueWords(texts.locale(), texts::get);
        Derivation derivation = Derivation.of(lateInterest, owed.due(), chosen).orElseThrow();
        return papers.derivation(derivation, words.title(owed.due()), words.numbers(owed.due()), texts.locale());
    }
}
