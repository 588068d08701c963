package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.bank.Assignment;
import pl.otwartagmina.service.payments.internal.bank.BankEntry;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.Match;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.BankDesk.Outcome;

/** One transfer: what the bank tells of it, what it may be for, and what the clerk does with it. */
final class TransferView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient BankDesk desk;
    private final transient Clerk clerk;
    private final transient TransferWords words;
    private final Div content = new Div();
    private String id = "";
    private transient Optional<Outcome> outcome = Optional.empty();

    TransferView(BankDesk desk, Acting acting) {
        super("payments.entry");
        this.desk = desk;
        this.clerk = Clerk.of(acting);
        this.words = new TransferWords(texts(), desk);
        content.addClassName("og-section");
        RouterLink back = new RouterLink("", TransfersView.class);
        back.addClassName("og-button");
        texts().bind(back::setText, "payments.entry.back");
        mainAction(back);
        add(content);
        texts().onChange(this::show);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        id = parameter == null ? "none" : parameter;
        outcome = Optional.empty();
        show();
    }

    private void show() {
        content.removeAll();
        Optional<Transfer> found = desk.transfer(id);
        if (found.isEmpty()) {
            content.add(new EmptyState(
                    "search", texts().get("payments.entry.none.title"), texts().get("payments.entry.none.text")));
            return;
        }
        Transfer transfer = found.get();
        outcome.ifPresent(this::tell);
        content.add(facts(transfer));
        if (!transfer.isOpen()) {
            return;
        }
        if (transfer.isPayment()) {
            content.add(suggestions(transfer), search(transfer));
        }
        if (transfer.isReversal()) {
            content.add(reversed(transfer));
        }
        content.add(new ClosingForm(
                texts(),
                transfer.isPayment(),
                reason -> act(() -> desk.giveBack(clerk, transfer, reason)),
                reason -> act(() -> desk.setAside(clerk, transfer, reason))));
    }

    private void tell(Outcome last) {
        Notice notice = new Notice(last == Outcome.DONE ? Tone.SUCCESS : Tone.WARNING);
        notice.say(texts().get(
                        switch (last) {
                            case DONE -> "payments.entry.done";
                            case ALREADY -> "payments.entry.already";
                            case CHANGED -> "payments.entry.changed";
                        }));
        content.add(notice);
    }

    private void act(Supplier<Outcome> act) {
        outcome = Optional.of(act.get());
        show();
    }

    private Component facts(Transfer transfer) {
        BankEntry entry = transfer.entry();
        Details details = new Details()
                .with(texts().get("payments.column.state"), words.badge(transfer))
                .with(words.direction(transfer), TransferWords.amount(transfer))
                .with(texts().get("payments.entry.name"), entry.title())
                .with(texts().get("payments.entry.from"), entry.counterName())
                .with(texts().get("payments.entry.counter"), TransferWords.account(entry.counterAccount()))
                .with(texts().get("payments.entry.booked"), Formats.day(entry.booked()))
                .with(texts().get("payments.entry.paid-on"), Formats.day(entry.paymentDay()))
                .with(texts().get("payments.entry.account"), entry.account().grouped())
                .with(
                        texts().get("payments.entry.statement"),
                        texts().get("payments.entry.statement.of", entry.statement(), entry.position()))
                .with(texts().get("payments.entry.reference"), entry.reference());
        transfer.decided()
                .ifPresent(when -> details.with(
                        texts().get("payments.entry.decided"),
                        transfer.decidedBy().isEmpty()
                                ? texts().get("payments.entry.decided.portal", Formats.moment(when))
                                : texts().get(
                                                "payments.entry.decided.by",
                                                Formats.moment(when),
                                                transfer.decidedBy())));
        details.with(texts().get("payments.entry.reason"), transfer.reason());
        Div card = new Div(details);
        card.addClassName("og-card");
        Section section = section("payments.entry.facts", card);
        List<Assignment> assignments = desk.assignments(transfer);
        if (!assignments.isEmpty()) {
            Div assigned = new Div(new AssignmentTable(texts(), words, assignments));
            assigned.addClassNames("og-card", "og-card-flush");
            section.add(new H2(texts().get("payments.entry.assigned")), assigned);
        }
        return section;
    }

    private Component suggestions(Transfer transfer) {
        List<Match.Target> targets = desk.suggestions(transfer);
        Section section = section("payments.entry.suggestions");
        if (targets.isEmpty()) {
            Paragraph none = new Paragraph(texts().get("payments.entry.suggestions.none"));
            none.addClassName("og-muted");
            section.add(none);
        }
        targets.forEach(target -> section.add(target(transfer, target)));
        return section;
    }

    private TargetCard target(Transfer transfer, Match.Target target) {
        return new TargetCard(texts(), words, target, () -> act(() -> desk.assign(clerk, transfer, target)));
    }

    private Component search(Transfer transfer) {
        SplitForm split = new SplitForm(
                texts(), words, transfer.entry().amount(), amounts -> act(() -> desk.split(clerk, transfer, amounts)));
        Div found = new Div();
        found.addClassName("og-section");
        CardSearch search = new CardSearch(texts(), card -> {
            found.removeAll();
            List<Match.Target> targets = desk.look(clerk, transfer, card);
            targets.forEach(target -> {
                found.add(target(transfer, target));
                split.offer(desk.dues(target));
            });
            return !targets.isEmpty();
        });
        return section("payments.entry.search", search, found, split);
    }

    private Component reversed(Transfer reversal) {
        List<Transfer> credits = desk.reversedBy(reversal);
        Section section = section("payments.entry.reverses");
        Paragraph lead = new Paragraph(
                texts().get(credits.isEmpty() ? "payments.entry.reverses.none" : "payments.entry.reverses.lead"));
        lead.addClassName("og-muted");
        section.add(lead);
        credits.forEach(credit -> section.add(new ReversedCard(
                texts(),
                words,
                credit,
                desk.assignments(credit),
                desk.isTakenOver(credit),
                () -> act(() -> desk.undo(clerk, reversal, credit)))));
        return section;
    }

    private Section section(String key, Component... parts) {
        Section section = new Section(new H2(texts().get(key)));
        section.add(parts);
        section.addClassName("og-section");
        return section;
    }
}
