package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.shell.internal.pages.HomePage;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/** The way from the home page to here. */
final class Crumbs extends Nav {
    private static final long serialVersionUID = 1L;

    private final transient ShellPages pages;
    private final OrderedList list = new OrderedList();
    private @Nullable HasElement page;

    Crumbs(ShellPages pages) {
        this.pages = pages;
        addClassName("og-crumbs");
        add(list);
        setVisible(false);
    }

    void show(HasElement now) {
        page = now;
        refresh();
    }

    void refresh() {
        HasElement now = page;
        setVisible(now != null && !(now instanceof HomePage));
        if (now == null) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        setAriaLabel(getTranslation("portal.crumbs"));
        list.removeAll();
        list.add(new ListItem(Links.to("", new Span(getTranslation("portal.home")))));
        pages.modules()
                .owner(now.getClass())
                .ifPresentOrElse(
                        module -> module.view(now.getClass()).ifPresent(view -> {
                            if (view.path().isEmpty()) {
                                last(module.title(locale));
                            } else {
                                list.add(new ListItem(Links.to(module.home(), new Span(module.title(locale)))));
                                last(module.text(locale, view.titleKey()));
                            }
                        }),
                        () -> last(now instanceof HasDynamicTitle titled ? titled.getPageTitle() : ""));
    }

    private void last(String title) {
        ListItem item = new ListItem(new Span(title));
        item.getElement().setAttribute("aria-current", "page");
        list.add(item);
    }
}
