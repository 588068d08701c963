package pl.otwartagmina.tests.hall;

import com.vaadin.flow.component.html.Paragraph;
import pl.otwartagmina.api.ui.Page;

/** Tells how many payments the module has heard of. */
final class HallView extends Page {
    private static final long serialVersionUID = 1L;

    HallView(int heard) {
        super("hala");
        Paragraph words = new Paragraph();
        texts().bind(words::setText, "hala.heard", heard);
        add(words);
    }
}
