package pl.otwartagmina.service.payments.internal.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.bank.Assignment;
import pl.otwartagmina.service.payments.internal.bank.BankEntry;
import pl.otwartagmina.service.payments.internal.bank.Fault;
import pl.otwartagmina.service.payments.internal.bank.Match;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.store.BankDesk;

/** How transfers are spoken of to clerks. */
final class TransferWords {
    private final Texts texts;
    private final BankDesk desk;

    TransferWords(Texts texts, BankDesk desk) {
        this.texts = texts;
        this.desk = desk;
    }

    /** The state, and which way the money went where that is not in. */
    Badge badge(Transfer transfer) {
        if (transfer.isOpen() && !transfer.isPayment()) {
            return new Badge(Tone.WARNING, direction(transfer));
        }
        Tone tone =
                switch (transfer.state()) {
                    case NEW, WAITING -> Tone.INFO;
                    case MATCHED, ASSIGNED -> Tone.SUCCESS;
                    case RETURNED -> Tone.WARNING;
                    case ASIDE, REVERSED, REVERSAL -> Tone.NEUTRAL;
                };
        return new Badge(
                tone, texts.get("payments.entry.state." + transfer.state().code()));
    }

    /** "Wpływ", "Storno wpływu". */
    String direction(Transfer transfer) {
        return texts.get("payments.entry.direction."
                + transfer.entry().direction().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** With its sign: money that went out is less than nothing. */
    static String amount(Transfer transfer) {
        return Formats.amount(transfer.entry().change());
    }

    /** Who sent it, or a dash. */
    static String from(BankEntry entry) {
        return entry.counterName().isEmpty() ? "–" : entry.counterName();
    }

    /** An account in groups of four where it is a Polish one. */
    static String account(String number) {
        return number.matches("\\d{26}") ? new Nrb(number).grouped() : number;
    }

    /** "Podatek od nieruchomości · karta 240000021", or "Sale i boiska: rezerwacja sali 12 maja". */
    String target(Match.Target target) {
        if (target.moduleDue().isPresent()) {
            return texts.get(
                    "payments.entry.module",
                    texts.get(target.source() + ".title"),
                    assignment(target.assignments().get(0)));
        }
        return texts.get(
                "payments.account.heading",
                texts.get("payments.kind." + target.kind().code()),
                target.card());
    }

    String due(Due due) {
        return dues().title(due) + ", " + due.year();
    }

    /** "nakaz 2026 12/24 · karta 240000021". */
    String numbers(Due due) {
        return dues().numbers(due);
    }

    private DueWords dues() {
        return new DueWords(texts.locale(), texts::get);
    }

    /** What an assignment pays, by its number if it is not there any more, or that it is an overpayment on a card. */
    String assignment(Assignment assignment) {
        return assignment.due().isEmpty()
                ? texts.get("payments.entry.overpayment", assignment.card())
                : desk.due(assignment).map(this::due).orElseGet(assignment::due);
    }

    /** "należność 100,00 zł, odsetki 9,00 zł, nadpłata 3,00 zł". */
    String parts(Assignment assignment) {
        List<String> parts = new ArrayList<>();
        add(parts, "payments.entry.principal", assignment.principal());
        add(parts, "payments.entry.interest", assignment.interest());
        add(parts, "payments.entry.costs", assignment.costs());
        add(parts, "payments.entry.surplus", assignment.surplus());
        return String.join(", ", parts);
    }

    private void add(List<String> parts, String key, Money amount) {
        if (amount.isPositive()) {
            parts.add(texts.get(key, Formats.amount(amount)));
        }
    }

    /** "Wiersz 12, wyciąg 00065/001, operacja 3". */
    String place(Fault fault) {
        if (fault.statement().isEmpty()) {
            return texts.get("payments.statements.fault.line", fault.line());
        }
        return fault.position() == 0
                ? texts.get("payments.statements.fault.statement", fault.line(), fault.statement())
                : texts.get("payments.statements.fault.entry", fault.line(), fault.statement(), fault.position());
    }
}
