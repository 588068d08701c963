package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import pl.otwartagmina.api.module.HelpTopic;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.shell.internal.UiLater;
import pl.otwartagmina.shell.internal.layout.ModulesObserver;
import pl.otwartagmina.shell.internal.modules.LiveModule;
import pl.otwartagmina.shell.internal.modules.ModuleRegistry;

/** How the portal is used: topics of the shell, then those of each module; readable without signing in. */
public final class HelpPage extends Page implements ModulesObserver {
    private static final long serialVersionUID = 1L;

    public static final String PATH = "pomoc";
    private static final List<HelpTopic> OWN =
            List.of(topic("signIn"), topic("find"), topic("look"), topic("keyboard"), topic("problem"));

    private final transient ModuleRegistry modules;
    private final UnorderedList contents = new UnorderedList();
    private final Div text = new Div();
    private int number;
    /** Counts how often the page was filled: an answer that was asked for an earlier time comes too late. */
    private int filling;

    HelpPage(ModuleRegistry modules) {
        super("portal.help");
        this.modules = modules;
        Nav nav = new Nav(contents);
        texts().bind(nav::setAriaLabel, "portal.help.contents");
        nav.addClassName("og-help-contents");
        text.addClassNames("og-help-text", "og-card");
        Div columns = new Div(nav, text);
        columns.addClassName("og-help");
        add(columns);
        texts().onLanguage(this::modulesChanged);
    }

    private static HelpTopic topic(String name) {
        return new HelpTopic("portal.help." + name + ".title", "portal.help." + name + ".text");
    }

    @Override
    public void modulesChanged() {
        contents.removeAll();
        text.removeAll();
        number = 0;
        int now = ++filling;
        OWN.forEach(this::add);
        for (LiveModule module : modules.shown()) {
            UiLater.when(module.fence().ask(module.service()::help), topics -> {
                if (now == filling) {
                    topics.forEach(this::add);
                }
            });
        }
    }

    private void add(HelpTopic topic) {
        String id = "pomoc-" + ++number;
        Anchor link = new Anchor(PATH + "#" + id, getTranslation(topic.titleKey()));
        link.getElement().setAttribute("router-ignore", true);
        contents.add(new ListItem(link));
        H2 title = new H2(getTranslation(topic.titleKey()));
        Section section = new Section(title);
        section.setId(id);
        for (String paragraph : getTranslation(topic.textKey()).split("\n\n")) {
            section.add((Component) new Paragraph(paragraph));
        }
        text.add(section);
    }
}
