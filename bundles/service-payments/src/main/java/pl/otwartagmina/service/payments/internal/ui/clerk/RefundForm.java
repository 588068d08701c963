package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.OfficeRefund;

/** Gives back all or a part of a payment. It asks once more and says what will happen, because money leaves the gmina. */
final class RefundForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final Pattern PESEL = Pattern.compile("\\d{11}");

    private final Texts texts;
    private final transient Money left;
    private final transient Function<Wanted, Optional<String>> writer;
    /** The same for each click on this form, so that two clicks are one refund. */
    private final UUID id = UUID.randomUUID();

    private final TextField amount = new TextField();
    private final TextArea reason = new TextArea();
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Paragraph question = new Paragraph();
    private final Button check = new Button();
    private final Button confirm = new Button();
    private final Button back = new Button();

    /** What the clerk wants to give back. */
    record Wanted(UUID id, Money amount, String reason) {}

    /**
     * @param left at most so much
     * @param writer writes it down, or answers in words why not
     */
    RefundForm(Texts texts, Money left, Function<Wanted, Optional<String>> writer) {
        this.texts = texts;
        this.left = left;
        this.writer = writer;
        addClassName("og-form");
        amount.setLabel(texts.get("payments.refund.amount"));
        amount.setHelperText(texts.get("payments.refund.amount.help", Formats.amount(left)));
        amount.setManualValidation(true);
        amount.setMaxLength(20);
        amount.setRequiredIndicatorVisible(true);
        amount.addValueChangeListener(change -> amount.setInvalid(false));
        reason.setLabel(texts.get("payments.refund.reason"));
        reason.setHelperText(texts.get("payments.refund.reason.help"));
        reason.setManualValidation(true);
        reason.setMaxLength(OfficeRefund.REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        question.getElement().setAttribute("role", "status");
        check.setText(texts.get("payments.refund.check"));
        check.addClickListener(click -> check());
        confirm.setText(texts.get("payments.refund.confirm"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.addClickListener(click -> confirm());
        back.setText(texts.get("payments.refund.back"));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        back.addClickListener(click -> asking(false));
        Div actions = new Div(check, confirm, back);
        actions.addClassName("og-actions");
        add(trouble, amount, reason, question, actions);
        asking(false);
    }

    private void asking(boolean now) {
        amount.setReadOnly(now);
        reason.setReadOnly(now);
        question.setVisible(now);
        check.setVisible(!now);
        confirm.setVisible(now);
        back.setVisible(now);
    }

    private Optional<Wanted> wanted() {
        Optional<Money> sum = Amounts.read(amount.getValue()).filter(one -> one.compareTo(left) <= 0);
        String why = reason.getValue().strip();
        boolean personal = PESEL.matcher(why).find();
        reason.setErrorMessage(texts.get(personal ? "payments.refund.reason.wrong" : "payments.refund.reason.missing"));
        reason.setInvalid(why.isEmpty() || personal);
        amount.setErrorMessage(texts.get("payments.refund.amount.wrong"));
        amount.setInvalid(sum.isEmpty());
        if (amount.isInvalid()) {
            amount.focus();
        } else if (reason.isInvalid()) {
            reason.focus();
        }
        return reason.isInvalid() ? Optional.empty() : sum.map(one -> new Wanted(id, one, why));
    }

    private void check() {
        trouble.hide();
        wanted().ifPresent(one -> {
            question.setText(texts.get("payments.refund.question", Formats.amount(one.amount())));
            asking(true);
            confirm.focus();
        });
    }

    private void confirm() {
        wanted().flatMap(writer).ifPresent(words -> {
            asking(false);
            trouble.say(words);
        });
    }
}
