package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A short message on a page, read aloud when it appears. Until it has something to say it is not there. */
public final class Notice extends Div {
    private static final long serialVersionUID = 1L;

    private final Tone tone;

    public Notice(Tone tone) {
        this.tone = tone;
        addClassNames("og-notice", "og-notice-" + tone.cssName());
        getElement().setAttribute("role", tone == Tone.DANGER ? "alert" : "status");
        setVisible(false);
    }

    /** Says this from now on; empty lines part paragraphs. */
    public void say(String text) {
        removeAll();
        add(new Icon(tone.icon()));
        for (String paragraph : text.split("\n\n")) {
            add(new Paragraph(paragraph));
        }
        setVisible(true);
    }

    /** Says nothing any more. */
    public void hide() {
        setVisible(false);
    }
}
