package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.bank.Assignment;
import pl.otwartagmina.service.payments.internal.bank.Transfer;

/** A credit that the bank may have taken back: what was booked with it, and the click that undoes it. */
final class ReversedCard extends Div {
    private static final long serialVersionUID = 1L;

    /** @param takenOver whether the tax system has it, so that it must be undone there too */
    ReversedCard(
            Texts texts,
            TransferWords words,
            Transfer credit,
            List<Assignment> assignments,
            boolean takenOver,
            Runnable undo) {
        String title = credit.entry().title();
        addClassNames("og-card", "og-section");
        add(new Details()
                .with(texts.get("payments.column.state"), words.badge(credit))
                .with(texts.get("payments.entry.name"), title)
                .with(texts.get("payments.entry.from"), credit.entry().counterName())
                .with(
                        texts.get("payments.entry.booked"),
                        Formats.day(credit.entry().booked())));
        if (!assignments.isEmpty()) {
            add(new AssignmentTable(texts, words, assignments));
        }
        if (takenOver) {
            Notice notice = new Notice(Tone.WARNING);
            notice.say(texts.get("payments.entry.undo.elsewhere"));
            add(notice);
        }
        Button button = new Button(texts.get("payments.entry.undo"), click -> undo.run());
        button.setAriaLabel(texts.get("payments.entry.undo.of", title));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        Div actions = new Div(button);
        actions.addClassName("og-actions");
        add(actions);
    }
}
