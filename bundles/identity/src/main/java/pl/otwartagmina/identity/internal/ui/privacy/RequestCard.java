package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.privacy.ErasureRequest;
import pl.otwartagmina.identity.internal.privacy.Erasures;
import pl.otwartagmina.identity.internal.privacy.Erasures.Outcome;

/** One request: whose, until when, what would happen, and the decision. */
final class RequestCard extends Div {
    private static final long serialVersionUID = 1L;
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    /** Days before the last one from which a request is pressing. */
    private static final int PRESSING = 7;

    private final Texts texts;
    private final transient Erasures erasures;
    private final transient Acting acting;
    private final transient ErasureRequest request;
    private final transient Runnable decided;
    private final String name;
    private final Div states = new Div();
    private final Div content = new Div();

    RequestCard(Texts texts, Erasures erasures, Acting acting, ErasureRequest request, Runnable decided) {
        this.texts = texts;
        this.erasures = erasures;
        this.acting = acting;
        this.request = request;
        this.decided = decided;
        this.name = erasures.owner(request).map(Account::name).orElse("");
        addClassNames("og-card", "og-section");
        Span asked = new Span(texts.get(
                "identity.erasures.askedAt",
                Formats.moment(request.askedAt()),
                erasures.owner(request)
                        .map(account -> account.userName()
                                + account.email()
                                        .map(address -> " · " + address)
                                        .orElse(""))
                        .orElse("")));
        asked.addClassName("og-muted");
        states.add(deadline());
        states.addClassName("og-actions");
        if (request.state() == ErasureRequest.State.IN_PROGRESS) {
            states.add(new Badge(Tone.WARNING, texts.get("identity.erasures.state.IN_PROGRESS")));
        }
        Button look = new Button(texts.get("identity.erasures.look"));
        look.setAriaLabel(look.getText() + ": " + name);
        look.addClickListener(click -> unfold());
        content.addClassName("og-section");
        content.add(new Div(look));
        add(new H2(name), asked, states, content);
    }

    private Badge deadline() {
        LocalDate day = request.deadline();
        long left = ChronoUnit.DAYS.between(LocalDate.now(WARSAW), day);
        Tone tone = left < 0 ? Tone.DANGER : left <= PRESSING ? Tone.WARNING : Tone.INFO;
        return new Badge(
                tone,
                texts.get(
                        left < 0 ? "identity.erasures.late" : "identity.erasures.deadline",
                        Formats.day(day),
                        Math.abs(left)));
    }

    private void unfold() {
        content.removeAll();
        Notice trouble = new Notice(Tone.DANGER);
        Button accept = new Button(texts.get(
                request.state() == ErasureRequest.State.NEW ? "identity.erasures.accept" : "identity.erasures.again"));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        accept.addClickListener(click -> new Ask(
                        texts,
                        "identity.erasures.sure",
                        () -> settle(erasures.run(acting, request), true, trouble),
                        name)
                .open());
        content.add(new Plans(texts, erasures.plan(acting, request)), trouble);
        Div actions = new Div(accept);
        actions.addClassName("og-actions");
        if (request.state() == ErasureRequest.State.NEW) {
            TextArea reason = new TextArea(texts.get("identity.erasures.reason"));
            reason.setHelperText(texts.get("identity.erasures.reason.why"));
            reason.setMaxLength(AuditRecord.REASON);
            reason.setManualValidation(true);
            reason.setWidthFull();
            Button refuse = new Button(texts.get("identity.erasures.refuse"));
            refuse.addClickListener(click -> refuse(reason, trouble));
            actions.add(refuse);
            content.add(reason);
        }
        content.add(actions);
    }

    private void refuse(TextArea reason, Notice trouble) {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(texts.get("identity.erasures.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        settle(erasures.refuse(acting, request, reason.getValue().strip()), false, trouble);
    }

    private void settle(Outcome outcome, boolean erased, Notice trouble) {
        if (outcome instanceof Erasures.Incomplete incomplete) {
            trouble.say(texts.get("identity.erasures.incomplete", String.join(", ", incomplete.titles())));
        } else if (outcome instanceof Erasures.LastAdministrator) {
            trouble.say(texts.get("identity.erasures.lastAdministrator"));
        } else {
            Notice done = new Notice(outcome instanceof Erasures.Settled ? Tone.SUCCESS : Tone.INFO);
            done.say(texts.get(
                    outcome instanceof Erasures.Settled
                            ? erased ? "identity.erasures.done" : "identity.erasures.refused"
                            : "identity.erasures.already"));
            states.setVisible(false);
            content.removeAll();
            content.add(done);
            decided.run();
        }
    }
}
