package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.shell.internal.modules.LiveModule;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/** The places used most, under the thumb; on a phone only. */
final class BottomBar extends Nav {
    private static final long serialVersionUID = 1L;
    private static final int MODULES = 2;

    private final transient ShellPages pages;
    private final List<Anchor> links = new ArrayList<>();
    private final NativeButton more = new NativeButton();
    private String current = "";

    BottomBar(MainLayout layout, ShellPages pages) {
        this.pages = pages;
        addClassName("og-bottom");
        more.addClassName("og-bottom-item");
        more.addClickListener(click -> layout.toggleMenu());
        refresh();
    }

    void refresh() {
        Locale locale = UI.getCurrent().getLocale();
        setAriaLabel(getTranslation("portal.bottomMenu"));
        removeAll();
        links.clear();
        add("", "house", getTranslation("portal.home"));
        for (LiveModule module :
                pages.modules().withTiles().stream().limit(MODULES).toList()) {
            add(module.home(), module.info().icon(), module.title(locale));
        }
        more.removeAll();
        more.add(new Icon("menu"), new Span(getTranslation("portal.more")));
        add(more);
        markCurrent(current);
    }

    private void add(String path, String icon, String label) {
        Anchor link = Links.to(path, new Icon(icon), new Span(label));
        link.addClassName("og-bottom-item");
        links.add(link);
        add(link);
    }

    void markCurrent(String path) {
        current = path;
        links.forEach(link -> Links.mark(link, Links.covers(link, path)));
    }

    void menuOpen(boolean open) {
        more.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }
}
