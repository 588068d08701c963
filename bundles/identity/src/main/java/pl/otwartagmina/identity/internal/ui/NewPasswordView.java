package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Arrays;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.Registration;

/** Where the link of {@link ForgottenView} leads. */
final class NewPasswordView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient Registration registration;
    private final transient Acting acting;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final PasswordFields password = new PasswordFields(texts());
    private final Button send = new Button();
    private final Div form;
    private String link = "";

    NewPasswordView(Registration registration, Acting acting) {
        super("identity.newPassword");
        this.registration = registration;
        this.acting = acting;
        addClassName("og-narrow");
        texts().bind(send::setText, "identity.newPassword.send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            set();
            send.setEnabled(true);
        });
        form = new Div(trouble, password, send);
        form.addClassNames("og-form", "og-card");
        add(form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = Words.link(event.getLocation().getQueryParameters());
        if (registration.whoForgot(link).isEmpty()) {
            bad();
        }
    }

    private void set() {
        trouble.hide();
        Optional<Account> account = registration.whoForgot(link);
        if (account.isEmpty()) {
            bad();
            return;
        }
        Optional<char[]> typed = password.value(
                account.get().email().orElse(""),
                account.get().firstName(),
                account.get().lastName());
        if (typed.isEmpty()) {
            return;
        }
        try {
            boolean changed = registration.setForgotten(link, typed.get(), acting.origin());
            if (changed) {
                remove(form);
                add(Words.done(
                        texts(), "circle-check", "identity.newPassword.done", Words.SIGN_IN, "identity.toSignIn"));
            } else {
                bad();
            }
        } catch (Hashing.Busy busy) {
            trouble.say(texts().get("identity.busy"));
        } finally {
            Arrays.fill(typed.get(), ' ');
        }
    }

    private void bad() {
        remove(form);
        add(Words.done(
                texts(),
                "circle-alert",
                "identity.newPassword.bad",
                "/e/identity/forgotten",
                "identity.forgotten.again"));
    }
}
