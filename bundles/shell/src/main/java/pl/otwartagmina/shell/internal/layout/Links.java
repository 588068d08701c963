package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/** Links within the portal. */
public final class Links {
    private Links() {}

    /** A link that changes the page without loading all anew. */
    public static Anchor to(String path, Component... content) {
        Anchor link = new Anchor("/" + path);
        link.getElement().setAttribute("router-link", true);
        link.add(content);
        return link;
    }

    /** Marks the link to the page that is shown. */
    static void mark(Anchor link, boolean current) {
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }

    /** Whether {@code path} is this link's page or below it. */
    static boolean covers(Anchor link, String path) {
        String own = link.getHref().replaceFirst("^/", "");
        return own.isEmpty() ? path.isEmpty() : path.equals(own) || path.startsWith(own + "/");
    }
}
