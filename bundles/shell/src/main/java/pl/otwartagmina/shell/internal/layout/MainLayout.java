package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinService;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.shell.internal.ConnectionWords;
import pl.otwartagmina.shell.internal.Preferences;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.Wanted;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/** What stands around every page; one for each browser window. */
public final class MainLayout extends Div implements RouterLayout, LocaleChangeObserver {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MainLayout.class);
    private static final String MENU_OPEN = "og-menu-open";

    private final transient ShellPages pages;
    private final Texts texts = new Texts(this);
    private final Main main = new Main();
    private final Div content = new Div();
    private final Crumbs crumbs;
    private final Menu menu;
    private final BottomBar bottomBar;
    private final TopBar topBar;
    private final Banner banner;
    private final ActingStrip strip;
    private final Footer footer;
    private final ExpiryDialog expiry = new ExpiryDialog();
    private Preferences preferences;
    private transient Optional<String> shownAddress = Optional.empty();

    public MainLayout(ShellPages pages) {
        this.pages = pages;
        this.preferences = Preferences.of(UI.getCurrent());
        addClassName("og-app");
        Anchor skip = new Anchor("#main");
        skip.addClassName("og-skip");
        skip.getElement().setAttribute("router-ignore", true);
        texts.bind(skip::setText, "portal.skip");
        topBar = new TopBar(this, pages);
        banner = new Banner(pages.gmina());
        strip = new ActingStrip(pages);
        menu = new Menu(pages);
        bottomBar = new BottomBar(this, pages);
        crumbs = new Crumbs(pages);
        footer = new Footer(pages.gmina());
        main.setId("main");
        main.addClassName("og-main");
        content.addClassName("og-content");
        main.add(crumbs, content);
        NativeButton scrim = new NativeButton("", click -> closeMenu());
        scrim.addClassName("og-scrim");
        scrim.setTabIndex(-1);
        texts.bind(scrim::setAriaLabel, "portal.close");
        Div body = new Div(menu, main);
        body.addClassName("og-body");
        add(skip, topBar, strip, banner, body, footer, bottomBar, scrim);
    }

    /** The layout of this window, once a page was shown in it. */
    public static Optional<MainLayout> of(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, MainLayout.class));
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement page) {
        content.getElement().removeAllChildren();
        if (page != null) {
            content.getElement().appendChild(page.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        content.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        ComponentUtil.setData(attach.getUI(), MainLayout.class, this);
        addDetachListener(detach -> ComponentUtil.setData(detach.getUI(), MainLayout.class, null));
        var navigation = attach.getUI().addAfterNavigationListener(this::arrived);
        addDetachListener(detach -> {
            detach.unregisterListener();
            navigation.remove();
        });
    }

    private void arrived(AfterNavigationEvent event) {
        closeMenu();
        String path = event.getLocation().getPath();
        menu.markCurrent(path);
        bottomBar.markCurrent(path);
        crumbs.show(event.getActiveChain().get(0));
        // Flow sets the bare title of the page after this event
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, response -> showTitle()));
        String address = event.getLocation().getPathWithQueryParameters();
        // not for a link within the page, such as the one that skips the menu
        if (shownAddress.filter(before -> !before.equals(address)).isPresent()) {
            // screen readers begin to read where the focus is; the browser itself moves it only on a full load.
            // A field that has taken it by autofocus keeps it.
            getElement()
                    .executeJs("const h = this.querySelector('#main h1');"
                            + "if (h && !this.querySelector('#main input:focus')) h.focus({preventScroll: true});"
                            + "window.scrollTo(0, 0);");
        }
        shownAddress = Optional.of(address);
    }

    private void showTitle() {
        getUI().ifPresent(ui -> {
            String name = pages.gmina().name(ui.getLocale());
            String title = ui.getInternals().getActiveRouterTargetsChain().stream()
                    .findFirst()
                    .filter(HasDynamicTitle.class::isInstance)
                    .map(page -> ((HasDynamicTitle) page).getPageTitle() + " – " + name)
                    .orElse(name);
            ui.getPage().setTitle(title);
        });
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        texts.refresh();
        topBar.refresh();
        strip.refresh();
        banner.refresh();
        menu.refresh();
        bottomBar.refresh();
        crumbs.refresh();
        footer.refresh();
        showTitle();
        getUI().ifPresent(ConnectionWords::show);
    }

    /** The way this window is shown now. */
    Preferences preferences() {
        return preferences;
    }

    /** Shows this window in another way and remembers it for the next visit. */
    void prefer(Preferences now) {
        preferences = now;
        var request = VaadinService.getCurrentRequest();
        now.keep(VaadinService.getCurrentResponse(), request != null && request.isSecure());
        getUI().ifPresent(ui -> {
            now.keepFor(ui);
            ui.getPage()
                    .executeJs(
                            "const h = document.documentElement; h.lang = $0; h.dataset.contrast = $1; h.dataset.font = $2;",
                            now.locale().getLanguage(),
                            now.contrastName(),
                            Integer.toString(now.fontSize()));
            if (!ui.getLocale().equals(now.locale())) {
                ui.setLocale(now.locale());
                tellAccount(ui, now.locale());
            }
            topBar.refresh();
        });
    }

    /** The language goes with the person to other browsers, and into letters. */
    private void tellAccount(UI ui, Locale language) {
        Visit.acting(ui).person().ifPresent(person -> pages.accounts().ifPresent(accounts -> {
            try {
                accounts.chooseLanguage(person.id(), language);
            } catch (DatabaseUnavailable gone) {
                LOG.warn("A language could not be kept in the account; this browser keeps it", gone);
            }
        }));
    }

    /** The person signed in has another name, level or role. */
    public void personChanged() {
        topBar.refresh();
        strip.refresh();
        menu.refresh();
        bottomBar.refresh();
        getUI().ifPresent(ui -> {
            WindowGate.of(ui).personChanged();
            // a form that is being filled in stays as it is
            if (pages.isRefused(ui)) {
                Wanted.retry(ui);
            } else if (pages.isAllowed(ui)) {
                tellPage(ui);
            } else {
                ui.refreshCurrentRoute(false);
            }
        });
    }

    /** The person acts for somebody else from now on, or for themselves again: what the page shows is of another party. */
    public void actingChanged() {
        topBar.refresh();
        strip.refresh();
        getUI().ifPresent(ui -> {
            if (pages.isRefused(ui)) {
                Wanted.retry(ui);
            } else {
                ui.refreshCurrentRoute(false);
            }
        });
    }

    void toggleMenu() {
        boolean open = !hasClassName(MENU_OPEN);
        setClassName(MENU_OPEN, open);
        topBar.menuOpen(open);
        bottomBar.menuOpen(open);
        if (open) {
            menu.focusFirst();
        }
    }

    private void closeMenu() {
        removeClassName(MENU_OPEN);
        topBar.menuOpen(false);
        bottomBar.menuOpen(false);
    }

    /** Modules came, went or changed: the menu follows, and so does the page, if it is one of theirs. */
    public void modulesChanged(Set<String> ids) {
        menu.refresh();
        bottomBar.refresh();
        getUI().ifPresent(ui -> {
            String path = ui.getActiveViewLocation().getPath();
            if (ids.stream().anyMatch(id -> path.equals("e/" + id) || path.startsWith("e/" + id + "/"))) {
                // not ui.navigate: to where it already is, Flow does not go
                ui.refreshCurrentRoute(false);
            } else {
                tellPage(ui);
            }
        });
    }

    /** A module fell ill or recovered. */
    public void troubleChanged() {
        getUI().ifPresent(MainLayout::tellPage);
    }

    private static void tellPage(UI ui) {
        ui.getInternals().getActiveRouterTargetsChain().stream()
                .filter(ModulesObserver.class::isInstance)
                .forEach(page -> ((ModulesObserver) page).modulesChanged());
    }

    /** Name, crest, colours or banner changed. */
    public void gminaChanged() {
        getUI().ifPresent(ui -> {
            ui.getPage()
                    .executeJs(
                            "const old = [...document.head.querySelectorAll('link[data-og]')];"
                                    + "const same = old.map(l => l.getAttribute('href')).join() === $0.join();"
                                    + "if (!same) { let left = $0.length; for (const href of $0) {"
                                    + "  const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = href;"
                                    + "  l.dataset.og = ''; l.onload = l.onerror = () => {"
                                    + "    if (--left === 0) old.forEach(o => o.remove()); };"
                                    + "  document.head.appendChild(l); } }",
                            com.vaadin.flow.internal.JsonUtils.createArray(pages.gmina().styleSheets().stream()
                                    .map(address -> elemental.json.Json.create("/" + address))
                                    .toArray(elemental.json.JsonValue[]::new)));
            topBar.refresh();
            banner.refresh();
            footer.refresh();
            showTitle();
        });
    }

    /** The person leaves. */
    void signOut() {
        getUI().ifPresent(pages::signOut);
    }

    /** The session is about to end for want of any act. */
    public void warnOfExpiry(Duration left) {
        expiry.open(this, left);
    }
}
