package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.gmina.GminaConfig;

/** Who processes personal data here, why and for how long (art. 13 RODO). */
public final class PrivacyPage extends Page {
    private static final long serialVersionUID = 1L;

    public static final String PATH = "prywatnosc";
    private static final List<String> SECTIONS =
            List.of("controller", "officer", "purpose", "recipients", "retention", "rights", "duty", "cookies");

    private final Div card = new Div();

    PrivacyPage(Gmina gmina) {
        super("portal.privacy");
        card.addClassNames("og-card", "og-prose");
        add(card);
        texts().onLanguage(() -> fill(gmina.settings()));
    }

    private void fill(GminaConfig settings) {
        card.removeAll();
        for (String section : SECTIONS) {
            String key = "portal.privacy." + section;
            card.add(new Section(
                    new H2(getTranslation(key + ".title")),
                    new Paragraph(getTranslation(
                            key + ".text",
                            settings.controller(),
                            settings.address(),
                            settings.dataProtectionOfficer(),
                            settings.email()))));
        }
    }
}
