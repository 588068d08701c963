package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.AccountApplication;
import pl.otwartagmina.identity.internal.AccountApplications;
import pl.otwartagmina.identity.internal.AccountApplications.Outcome;
import pl.otwartagmina.identity.internal.NewAccount;

/** One application: who asks, until when to answer, and the decision. */
final class ApplicationCard extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient AccountApplications applications;
    private final transient Acting acting;
    private final transient AccountApplication application;
    private final String name;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final TextArea reason = new TextArea();
    private final Div decision = new Div();

    ApplicationCard(Texts texts, AccountApplications applications, Acting acting, AccountApplication application) {
        this.texts = texts;
        this.applications = applications;
        this.acting = acting;
        this.application = application;
        NewAccount applicant = application.applicant();
        this.name = applicant.firstName() + " " + applicant.lastName();
        addClassNames("og-card", "og-section");
        Details details = new Details()
                .with(texts.get("identity.email"), applicant.email().orElse(""))
                .with(texts.get("identity.applications.asked"), Formats.moment(application.askedAt()))
                .with(texts.get("identity.applications.deadline"), Formats.day(application.deadline()))
                .with(texts.get("identity.apply.message"), application.message());
        reason.setLabel(texts.get("identity.applications.reason"));
        reason.setHelperText(texts.get("identity.applications.reason.help"));
        reason.setMaxLength(AccountApplication.LONGEST);
        reason.setManualValidation(true);
        reason.setWidthFull();
        Button grant =
                button("identity.applications.grant", () -> settle(applications.grant(acting, application), true));
        grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button refuse = button("identity.applications.refuse", this::refuse);
        Div actions = new Div(grant, refuse);
        actions.addClassName("og-actions");
        decision.addClassName("og-section");
        decision.add(trouble, reason, actions);
        add(new H2(name), details, decision);
    }

    private Button button(String key, Runnable act) {
        Button button = new Button(texts.get(key));
        button.setAriaLabel(texts.get(key) + ": " + name);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            act.run();
            button.setEnabled(true);
        });
        return button;
    }

    private void refuse() {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(texts.get("identity.applications.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        settle(applications.refuse(acting, application, reason.getValue().strip()), false);
    }

    private void settle(Outcome outcome, boolean granted) {
        if (outcome == Outcome.ADDRESS_TAKEN) {
            trouble.say(texts.get("identity.applications.taken"));
            return;
        }
        Notice done = new Notice(outcome == Outcome.DONE ? Tone.SUCCESS : Tone.INFO);
        done.say(texts.get(
                outcome == Outcome.ALREADY
                        ? "identity.applications.already"
                        : granted ? "identity.applications.granted" : "identity.applications.refused"));
        decision.removeAll();
        decision.add(done);
    }
}
