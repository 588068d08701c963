package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import java.util.stream.Stream;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.reminder.ReminderChoice;
import pl.otwartagmina.service.payments.internal.store.Reminders;

/** Whether and when a letter comes before a due day, and after it (Przypomnienia). */
final class RemindersView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Reminders reminders;
    private final transient Acting acting;
    private final Div where = new Div();
    private final RadioButtonGroup<Integer> before = new RadioButtonGroup<>();
    private final Checkbox after = new Checkbox();
    private final Notice said = new Notice(Tone.SUCCESS);

    RemindersView(Reminders reminders, Acting acting) {
        super("payments.reminders");
        this.reminders = reminders;
        this.acting = acting;
        before.setItems(
                Stream.concat(Stream.of(0), ReminderChoice.DAYS.stream()).toList());
        before.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        ReminderChoice chosen = reminders.of(acting);
        before.setValue(chosen.daysBefore());
        after.setValue(chosen.after());
        before.addValueChangeListener(change -> said.hide());
        after.addValueChangeListener(change -> said.hide());
        Button save = new Button();
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> save());
        RouterLink back = new RouterLink("", DuesView.class);
        back.addClassName("og-button");
        Div actions = new Div(save, back);
        actions.addClassName("og-actions");
        Paragraph law = new Paragraph();
        law.addClassName("og-muted");
        Div card = new Div(where, before, after, law, actions, said);
        card.addClassNames("og-card", "og-section");
        add(card);
        texts().bind(law::setText, "payments.reminders.law");
        texts().bind(before::setLabel, "payments.reminders.before");
        texts().bind(after::setLabel, "payments.reminders.after");
        texts().bind(save::setText, "payments.reminders.save");
        texts().bind(back::setText, "payments.paid.dues");
        texts().onLanguage(this::show);
    }

    private void show() {
        before.setItemLabelGenerator(days -> days == 0
                ? texts().get("payments.reminders.before.none")
                : texts().get("payments.reminders.before.days", days));
        said.hide();
        where.removeAll();
        Optional<String> address = reminders.address(acting);
        if (address.isPresent()) {
            Paragraph change = new Paragraph(texts().get("payments.reminders.address.change"));
            change.addClassName("og-muted");
            where.add(new Details().with(texts().get("payments.reminders.address"), address.get()), change);
        } else {
            where.add(notice(Tone.WARNING, "payments.reminders.address.none"));
        }
        if (acting.mandate().isPresent()) {
            where.add(notice(Tone.INFO, "payments.reminders.own"));
        }
    }

    private Notice notice(Tone tone, String key) {
        Notice notice = new Notice(tone);
        notice.say(texts().get(key));
        return notice;
    }

    private void save() {
        ReminderChoice choice = new ReminderChoice(before.getValue(), after.getValue());
        reminders.choose(acting, choice);
        said.say(texts().get(
                        !choice.isOn()
                                ? "payments.reminders.saved.off"
                                : reminders.address(acting).isPresent()
                                        ? "payments.reminders.saved"
                                        : "payments.reminders.saved.waiting"));
    }
}
