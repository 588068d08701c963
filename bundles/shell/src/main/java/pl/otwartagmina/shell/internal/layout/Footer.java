package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.osgi.framework.FrameworkUtil;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.gmina.GminaConfig;
import pl.otwartagmina.shell.internal.gmina.Logo;
import pl.otwartagmina.shell.internal.pages.AccessibilityPage;
import pl.otwartagmina.shell.internal.pages.HelpPage;
import pl.otwartagmina.shell.internal.pages.PrivacyPage;

/** Contact, what the law wants to be found, logos, version. */
final class Footer extends com.vaadin.flow.component.html.Footer {
    private static final long serialVersionUID = 1L;

    private final transient Gmina gmina;

    Footer(Gmina gmina) {
        this.gmina = gmina;
        addClassName("og-foot");
        refresh();
    }

    void refresh() {
        removeAll();
        add(contact(), links());
        if (!gmina.logos().isEmpty()) {
            add(logos());
        }
        Paragraph version = new Paragraph(getTranslation("portal.version", version()));
        version.addClassName("og-version");
        add(version);
    }

    private Div contact() {
        GminaConfig settings = gmina.settings();
        Div column = column(gmina.name(UI.getCurrent().getLocale()));
        UnorderedList list = new UnorderedList();
        line(list, settings.address());
        line(list, settings.hours());
        if (!settings.phone().isBlank()) {
            list.add(new ListItem(new Anchor("tel:" + settings.phone().replaceAll("[^+\\d]", ""), settings.phone())));
        }
        if (!settings.email().isBlank()) {
            list.add(new ListItem(new Anchor("mailto:" + settings.email(), settings.email())));
        }
        column.add(list);
        return column;
    }

    private static void line(UnorderedList list, String text) {
        if (!text.isBlank()) {
            list.add(new ListItem(text));
        }
    }

    private Div links() {
        Div column = column(getTranslation("portal.footer.links"));
        column.add(new UnorderedList(
                new ListItem(Links.to(PrivacyPage.PATH, new Span(getTranslation("portal.privacy.title")))),
                new ListItem(Links.to(AccessibilityPage.PATH, new Span(getTranslation("portal.accessibility.title")))),
                new ListItem(Links.to(HelpPage.PATH, new Span(getTranslation("portal.help.title"))))));
        return column;
    }

    private static Div column(String title) {
        H2 heading = new H2(title);
        return new Div(heading);
    }

    private Div logos() {
        Div row = new Div();
        row.addClassName("og-logos");
        for (Logo logo : gmina.logos()) {
            Image picture = new Image("/public/logo/" + logo.file(), logo.text());
            if (logo.url().isEmpty()) {
                row.add(picture);
            } else {
                Anchor link = new Anchor(logo.url());
                link.add(picture);
                row.add(link);
            }
        }
        return row;
    }

    private static String version() {
        var bundle = FrameworkUtil.getBundle(Footer.class);
        return bundle == null ? "–" : bundle.getVersion().toString().replaceFirst("\\.SNAPSHOT$", "");
    }
}
