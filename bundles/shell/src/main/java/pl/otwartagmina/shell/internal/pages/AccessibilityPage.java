package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.gmina.GminaConfig;

/**
 * Accessibility declaration (deklaracja dostępności), template 2.0 of 2024-07-31: ids and order are the ministry's, so
 * that its machines can read it. The law wants it in Polish; other languages have the headings and the same ids.
 */
public final class AccessibilityPage extends Page {
    private static final long serialVersionUID = 1L;

    public static final String PATH = "deklaracja-dostepnosci";

    private final transient Gmina gmina;
    private final Div card = new Div();

    AccessibilityPage(Gmina gmina) {
        super("portal.accessibility");
        this.gmina = gmina;
        card.addClassNames("og-card", "og-prose");
        add(card);
        texts().onLanguage(this::fill);
    }

    private void fill() {
        GminaConfig settings = gmina.settings();
        card.removeAll();
        Span subject = id("a11y-podmiot", new Span(gmina.name(UI.getCurrent().getLocale())));
        Anchor address = id(
                "a11y-url",
                new Anchor(settings.publicUrl(), gmina.subtitle(UI.getCurrent().getLocale())));
        Span scope = id("a11y-zakres", new Span(new Span(text("scope") + " "), address));
        card.add(
                id("a11y-wstep", new Paragraph(subject, new Span(" " + text("intro") + " "), scope, new Span("."))),
                dated("published", "a11y-data-publikacja", settings.published()),
                dated("updated", "a11y-data-aktualizacja", settings.updated()),
                heading("state"),
                id("a11y-status", new Paragraph(text("state.text"))),
                heading("made"),
                dated("made.text", "a11y-data-sporzadzenie", settings.declarationMade()),
                heading("keys"),
                new Paragraph(text("keys.text")),
                heading("contact"),
                id("a11y-kontakt", contact(settings)),
                heading("procedure"),
                id(
                        "a11y-procedura",
                        new Div(
                                new Paragraph(text("procedure.request")),
                                new Paragraph(text("procedure.time")),
                                new Paragraph(text("procedure.complaint")),
                                new Paragraph(new Anchor(
                                        "https://bip.brpo.gov.pl/pl/content/jak-zglosic-sie-do-rzecznika-praw-obywatelskich",
                                        text("procedure.ombudsman"))))),
                heading("other"),
                new H3(text("building")),
                id("a11y-architektura", new Paragraph(orElse(settings.architecture(), "building.none"))),
                new H3(text("communication")),
                id("a11y-komunikacja", new Paragraph(orElse(settings.communication(), "communication.none"))));
    }

    private Div contact(GminaConfig settings) {
        Anchor mail = id("a11y-email", new Anchor("mailto:" + settings.email(), settings.email()));
        Anchor phone =
                id("a11y-telefon", new Anchor("tel:" + settings.phone().replaceAll("[^+\\d]", ""), settings.phone()));
        return new Div(new Paragraph(
                new Span(text("contact.text", settings.accessibilityContact()) + " "),
                mail,
                new Span(", " + text("contact.phone") + " "),
                phone,
                new Span(".")));
    }

    private Paragraph dated(String key, String id, String day) {
        Element time = new Element("time").setAttribute("id", id).setAttribute("datetime", day);
        time.setText(readable(day));
        Paragraph line = new Paragraph(text(key) + " ");
        line.getElement().appendChild(time);
        return line;
    }

    private static String readable(String day) {
        try {
            return Formats.day(LocalDate.parse(day));
        } catch (DateTimeParseException asConfigured) {
            return day;
        }
    }

    private H2 heading(String key) {
        return new H2(text(key));
    }

    private String orElse(String configured, String key) {
        return configured.isBlank() ? text(key) : configured;
    }

    private String text(String key, Object... arguments) {
        return getTranslation("portal.accessibility." + key, arguments);
    }

    private static <T extends Component> T id(String id, T component) {
        component.setId(id);
        return component;
    }
}
