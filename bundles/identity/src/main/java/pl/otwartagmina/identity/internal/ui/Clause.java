package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.ui.Texts;

/** RODO, art. 13: told where data for an account are collected. */
final class Clause extends Div {
    private static final long serialVersionUID = 1L;

    Clause(Texts texts, Office office) {
        Paragraph words = new Paragraph();
        Span linkWords = new Span();
        Anchor more = new Anchor("/prywatnosc", linkWords);
        more.addClassName("og-link");
        more.setTarget("_blank");
        texts.onLanguage(() -> words.setText(texts.get(
                "identity.register.clause",
                office.controller().isEmpty() ? office.name(texts.locale()) : office.controller(),
                office.dataProtectionOfficer())));
        texts.bind(linkWords::setText, "identity.register.clause.more");
        add(words, more);
        addClassNames("og-muted", "og-clause");
    }
}
