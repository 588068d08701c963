package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.identity.internal.EmailChange;

/** Agrees to another address, from the old one or the new one. */
final class ConfirmEmailView extends LinkPage {
    private static final long serialVersionUID = 1L;

    private final transient EmailChange change;
    private final transient Acting acting;

    ConfirmEmailView(EmailChange change, Acting acting) {
        super("identity.confirmEmail");
        this.change = change;
        this.acting = acting;
    }

    @Override
    Component confirm(String secret) {
        EmailChange.Answer answer = change.confirm(secret, acting.origin());
        boolean good = answer == EmailChange.Answer.CHANGED || answer == EmailChange.Answer.ONE_OF_TWO;
        return Words.done(
                texts(),
                good ? "circle-check" : "circle-alert",
                "identity.confirmEmail." + answer.name().toLowerCase(Locale.ROOT));
    }
}
