package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.util.List;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.RateSpan;
import pl.otwartagmina.service.payments.internal.TaxComponent;

/** All that is known of a due, with the reckoning of its interest. */
final class DueDetails extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final Owed owed;

    DueDetails(Texts texts, Owed owed, Paying paying, List<TaxComponent> components, boolean linkToAccount) {
        this.texts = texts;
        this.owed = owed;
        Due due = owed.due();
        LateInterest lateInterest = paying.dues().lateInterest();
        Details details = new Details();
        if (due.origin().label().isPresent()) {
            details.with(texts.get("payments.details.module"), texts.get(due.source() + ".title"));
        } else if (linkToAccount) {
            details.with(texts.get("payments.details.account"), accountLink(texts, due.card()));
        }
        details.with(texts.get("payments.details.decision"), due.decision())
                .with(texts.get("payments.details.year"), String.valueOf(due.year()))
                .with(texts.get("payments.details.principal"), Formats.amount(due.principal()))
                .with(texts.get("payments.details.paid"), Formats.amount(due.paid()));
        if (due.isWithdrawn()) {
            details.with(texts.get("payments.withdrawn"), texts.get("payments.withdrawn.text"));
        }
        if (due.pending().isPositive()) {
            details.with(texts.get("payments.details.pending"), Formats.amount(due.pending()));
        }
        if (due.reminderCost().isPositive()) {
            details.with(texts.get("payments.details.reminder"), Formats.amount(due.reminderCost()));
        }
        if (owed.state() == DueState.OVERDUE && due.principalLeft().isPositive()) {
            details.with(
                    texts.get(
                            due.interest() == InterestRule.CIVIL
                                    ? "payments.details.interest.civil"
                                    : "payments.details.interest"),
                    interest(lateInterest));
        }
        details.with(
                texts.get("payments.details.creditor"),
                paying.accounts().payTo(due).grouped());
        if (!components.isEmpty()) {
            details.with(texts.get("payments.details.components"), components(components));
        }
        add(details);
        if (WhatIf.helps(owed)) {
            add(new WhatIf(texts, owed, lateInterest, paying.papers()));
        }
    }

    static RouterLink accountLink(Texts texts, String card) {
        RouterLink link = new RouterLink(texts.get("payments.account.card", card), AccountView.class, card);
        link.addClassName("og-link");
        return link;
    }

    /** Each rate with its days, the sum, and how it was rounded. */
    private Div interest(LateInterest lateInterest) {
        if (owed.interest().isEmpty()) {
            return new Div(new Span(texts.get("payments.details.interest.office")));
        }
        if (owed.due().interest() == InterestRule.NONE) {
            return new Div(new Span(texts.get("payments.details.interest.none")));
        }
        Div reckoning = new Div(new Span(Formats.amount(owed.interest().get())));
        UnorderedList spans = new UnorderedList();
        for (RateSpan span :
                lateInterest.spans(owed.due().interest(), owed.due().dueDay(), owed.day())) {
            spans.add(new ListItem(texts.get(
                    "payments.details.interest.span",
                    Formats.day(span.from()),
                    Formats.day(span.to()),
                    span.days(),
                    decimal(span.percent()),
                    decimal(span.interest(owed.due().principalLeft())))));
        }
        reckoning.add(spans);
        Span basis = new Span(texts.get(basis()));
        basis.addClassName("og-muted");
        reckoning.add(basis);
        return reckoning;
    }

    private String basis() {
        if (owed.due().interest() == InterestRule.CIVIL) {
            return "payments.details.interest.grosz";
        }
        return owed.interest().filter(Money::isPositive).isPresent()
                ? "payments.details.interest.rounded"
                : "payments.details.interest.minimum";
    }

    private UnorderedList components(List<TaxComponent> components) {
        UnorderedList list = new UnorderedList();
        components.forEach(component -> list.add(new ListItem(texts.get(
                "payments.details.component",
                component.name(),
                decimal(component.base()),
                component.unit(),
                decimal(component.rate()),
                Formats.amount(component.amount())))));
        return list;
    }

    /** With a comma and without zeros at the end. */
    static String decimal(BigDecimal number) {
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return bare.toPlainString().replace('.', ',');
    }
}
