package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.privacy.ErasureRequest;
import pl.otwartagmina.identity.internal.privacy.Erasures;

/** What would be erased and what not, and the request to do it. */
final class ErasureCard extends Card {
    private static final long serialVersionUID = 1L;

    private final transient Erasures erasures;
    private final transient Acting acting;
    private final transient Subject subject;
    private final Div content = new Div();
    private boolean unfolded;

    ErasureCard(Texts texts, Erasures erasures, Acting acting, Subject subject) {
        super(texts, "identity.erasure");
        this.erasures = erasures;
        this.acting = acting;
        this.subject = subject;
        content.addClassName("og-section");
        add(content);
        texts.onLanguage(this::show);
    }

    private void show() {
        content.removeAll();
        Optional<ErasureRequest> request = erasures.request(subject.account());
        request.ifPresent(known -> content.add(standing(known)));
        if (request.filter(known -> known.state().isOpen()).isPresent()) {
            return;
        }
        if (!unfolded) {
            Button unfold = new Button(texts().get("identity.erasure.show"));
            unfold.addClickListener(click -> {
                unfolded = true;
                show();
            });
            content.add(new Div(unfold));
            return;
        }
        Button ask = new Button(texts().get("identity.erasure.ask"));
        ask.addThemeVariants(ButtonVariant.LUMO_ERROR);
        ask.addClickListener(click -> new Ask(texts(), "identity.erasure.sure", this::ask).open());
        content.add(new Plans(texts(), erasures.plan(subject, texts().locale())), new Div(ask));
    }

    private void ask() {
        erasures.ask(acting);
        show();
    }

    private Notice standing(ErasureRequest request) {
        boolean open = request.state().isOpen();
        Notice notice = new Notice(open ? Tone.INFO : Tone.WARNING);
        notice.say(texts().get(
                        open ? "identity.erasure.open" : "identity.erasure.refused",
                        Formats.moment(request.askedAt()),
                        Formats.day(request.deadline()),
                        request.reason()));
        return notice;
    }
}
