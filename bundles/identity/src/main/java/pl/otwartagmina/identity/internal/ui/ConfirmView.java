package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Component;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.identity.internal.Registration;

/** Confirms the address of a new account. */
final class ConfirmView extends LinkPage {
    private static final long serialVersionUID = 1L;

    private final transient Registration registration;
    private final transient Acting acting;

    ConfirmView(Registration registration, Acting acting) {
        super("identity.confirm");
        this.registration = registration;
        this.acting = acting;
    }

    @Override
    Component confirm(String secret) {
        return registration.confirm(secret, acting.origin()).isPresent()
                ? Words.done(texts(), "circle-check", "identity.confirm.done", Words.SIGN_IN, "identity.toSignIn")
                : Words.done(texts(), "circle-alert", "identity.confirm.bad", Words.SIGN_IN, "identity.toSignIn");
    }
}
