package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Texts;

/** The way to a screen of the clerk's: what it is and what it is for. */
final class Choice extends ListItem {
    private static final long serialVersionUID = 1L;

    /**
     * @param key of the screen, whose title and lead are told
     * @param figure a live line, empty for none
     */
    Choice(Texts texts, Class<? extends Component> screen, String icon, String key, String figure) {
        Span box = new Span(new Icon(icon));
        box.addClassNames("og-icon-box", "og-tone-info");
        Span line = new Span(figure);
        line.addClassName("og-figure");
        RouterLink link = new RouterLink("", screen);
        link.addClassName("og-tile");
        link.add(box, new H2(texts.get(key + ".title")), new Paragraph(texts.get(key + ".lead")), line);
        add(link);
    }
}
