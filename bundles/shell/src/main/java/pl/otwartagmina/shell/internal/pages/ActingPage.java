package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.shell.internal.Visit;

/** For whom somebody acts from now on: themselves, or who has given them a mandate. */
public final class ActingPage extends Page {
    private static final long serialVersionUID = 1L;

    /** Its address, without a leading slash. */
    public static final String PATH = "w-imieniu";

    private final transient ShellPages pages;
    private final Div choices = new Div();

    ActingPage(ShellPages pages) {
        super("portal.acting");
        this.pages = pages;
        addClassName("og-narrow");
        choices.addClassName("og-choices");
        add(choices);
        texts().onLanguage(this::show);
    }

    private void show() {
        Acting acting = Visit.acting(UI.getCurrent());
        choices.removeAll();
        choices.add(choice(
                "user",
                texts().get("portal.acting.own"),
                acting.person().map(person -> person.name()).orElse(""),
                acting.mandate().isEmpty(),
                null));
        pages.mandates(acting)
                .forEach(mandate -> choices.add(choice(
                        "users",
                        mandate.principalName(),
                        mandate.validTo()
                                .map(last -> texts().get("portal.acting.until", Formats.day(last)))
                                .orElseGet(() -> texts().get("portal.acting.unlimited")),
                        acting.mandate().map(Mandate::id).equals(Optional.of(mandate.id())),
                        mandate)));
    }

    private Component choice(String icon, String title, String detail, boolean chosen, @Nullable Mandate mandate) {
        Span name = new Span(title);
        name.addClassName("og-choice-title");
        Span more = new Span(detail);
        more.addClassName("og-muted");
        Span words = new Span(name, more);
        words.addClassName("og-choice-words");
        NativeButton button = new NativeButton();
        button.add(new Icon(icon), words);
        if (chosen) {
            button.add(new Icon("check"));
        }
        button.addClassNames("og-choice", "og-card");
        button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        button.addClickListener(click -> {
            UI window = UI.getCurrent();
            pages.visits().actFor(window.getSession(), mandate);
            window.navigate("");
        });
        return button;
    }
}
