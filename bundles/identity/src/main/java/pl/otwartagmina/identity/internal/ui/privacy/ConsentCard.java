package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.privacy.ConsentTopic;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.privacy.GivenConsents;

/** What I have agreed to; taking it back is one click, as giving it was (art. 7 (3) RODO). */
final class ConsentCard extends Card {
    private static final long serialVersionUID = 1L;

    private final transient GivenConsents consents;
    private final transient Acting acting;
    private final String account;
    private final Div topics = new Div();

    ConsentCard(Texts texts, GivenConsents consents, Acting acting) {
        super(texts, "identity.consents");
        this.consents = consents;
        this.acting = acting;
        this.account = acting.person().orElseThrow().id();
        topics.addClassName("og-section");
        topics.getElement().setAttribute("aria-live", "polite");
        add(topics);
        texts.onLanguage(this::show);
    }

    private void show() {
        topics.removeAll();
        consents.topics().forEach(topic -> topics.add(topic(topic)));
        List<GivenConsents.Act> history = consents.history(account);
        if (!history.isEmpty()) {
            topics.add(history(history));
        }
    }

    private Component topic(ConsentTopic topic) {
        boolean given = consents.isGiven(account, topic.id());
        Button change = new Button(texts().get(given ? "identity.consents.withdraw" : "identity.consents.give"));
        change.setAriaLabel(change.getText() + ": " + topic.title(texts().locale()));
        change.addClickListener(click -> {
            if (given) {
                consents.withdraw(acting, topic, texts().locale());
            } else {
                consents.give(acting, topic, texts().locale());
            }
            show();
        });
        Div line = new Div(
                given
                        ? new Badge(Tone.SUCCESS, texts().get("identity.consents.given"))
                        : new Badge(Tone.NEUTRAL, texts().get("identity.consents.notGiven")),
                change);
        line.addClassName("og-actions");
        Div whole = new Div(new H3(topic.title(texts().locale())), new Paragraph(topic.text(texts().locale())), line);
        whole.addClassName("og-section");
        return whole;
    }

    private NativeDetails history(List<GivenConsents.Act> history) {
        return new NativeDetails(
                texts().get("identity.consents.history"),
                new Cells(
                        texts().get("identity.consents.history"),
                        List.of(
                                texts().get("identity.trail.when"),
                                texts().get("identity.trail.what"),
                                texts().get("identity.consents.wording")),
                        history.stream()
                                .map(act -> List.of(
                                        Formats.moment(act.at()),
                                        texts().get("identity.consents.act." + act.kind()),
                                        texts().get("identity.consents.words", act.title(), act.version(), act.text())))
                                .toList()));
    }
}
