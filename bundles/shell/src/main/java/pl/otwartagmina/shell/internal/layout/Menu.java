package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.modules.LiveModule;
import pl.otwartagmina.shell.internal.pages.HelpPage;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/** The menu at the left, a drawer on a phone: home, then the modules by category, then help. */
final class Menu extends Nav {
    private static final long serialVersionUID = 1L;

    private final transient ShellPages pages;
    private final Div entries = new Div();
    private final List<Anchor> links = new ArrayList<>();
    private String current = "";

    Menu(ShellPages pages) {
        this.pages = pages;
        addClassName("og-menu");
        add(entries);
        refresh();
    }

    void refresh() {
        setAriaLabel(getTranslation("portal.menu"));
        entries.removeAll();
        links.clear();
        UnorderedList top = new UnorderedList();
        add(top, "", "house", getTranslation("portal.home"));
        entries.add(top);
        for (Category category : Category.values()) {
            addCategory(category);
        }
        markCurrent(current);
    }

    private void addCategory(Category category) {
        Acting acting = Visit.acting(UI.getCurrent());
        List<LiveModule> modules = pages.modules().shown(category).stream()
                .filter(module -> listed(module, acting).findAny().isPresent())
                .toList();
        if (modules.isEmpty() && category != Category.INFORMATION) {
            return;
        }
        H2 title = new H2(getTranslation("portal.category." + category.name().toLowerCase(Locale.ROOT)));
        title.addClassName("og-menu-title");
        UnorderedList list = new UnorderedList();
        for (LiveModule module : modules) {
            addModule(list, module, acting);
        }
        if (category == Category.INFORMATION) {
            add(list, HelpPage.PATH, "circle-help", getTranslation("portal.help.title"));
        }
        entries.add(title, list);
    }

    /** Screens that take a role are listed for those who have it; a level can be reached by signing in. */
    private static Stream<View<?>> listed(LiveModule module, Acting acting) {
        return module.views().stream()
                .filter(View::inMenu)
                .filter(view -> view.role().map(acting::has).orElse(true));
    }

    private void addModule(UnorderedList list, LiveModule module, Acting acting) {
        Locale locale = acting.locale();
        listed(module, acting).forEach(view -> {
            if (view.path().isEmpty()) {
                add(list, module.home(), module.info().icon(), module.title(locale));
            } else {
                add(list, module.address(view), "", module.text(locale, view.titleKey()));
            }
        });
    }

    private void add(UnorderedList list, String path, String icon, String label) {
        Anchor link = Links.to(path);
        link.addClassName("og-menu-item");
        if (icon.isEmpty()) {
            link.addClassName("og-menu-sub");
        } else {
            link.add(new Icon(icon));
        }
        Span words = new Span(label);
        words.addClassName("og-menu-label");
        link.add(words);
        links.add(link);
        list.add(new ListItem(link));
    }

    /** The most exact link to the page is the current one. */
    void markCurrent(String path) {
        current = path;
        Anchor best = null;
        for (Anchor link : links) {
            if (Links.covers(link, path)
                    && (best == null || best.getHref().length() < link.getHref().length())) {
                best = link;
            }
        }
        for (Anchor link : links) {
            Links.mark(link, link == best);
        }
    }

    void focusFirst() {
        getElement().executeJs("const a = this.querySelector('a'); if (a) a.focus();");
    }
}
