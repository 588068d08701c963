package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NavigationState;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.identity.Accounts;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.layout.IncidentDialog;
import pl.otwartagmina.shell.internal.layout.MainLayout;
import pl.otwartagmina.shell.internal.layout.WindowGate;
import pl.otwartagmina.shell.internal.modules.ModuleRegistry;
import pl.otwartagmina.shell.internal.pages.FaultPage;
import pl.otwartagmina.shell.internal.pages.ForbiddenPage;
import pl.otwartagmina.shell.internal.pages.LevelPage;
import pl.otwartagmina.shell.internal.pages.MandatePage;
import pl.otwartagmina.shell.internal.pages.NotFoundPage;
import pl.otwartagmina.shell.internal.pages.ShellPages;
import pl.otwartagmina.shell.internal.pages.SignInPage;

/**
 * Puts the portal into Flow when its servlet starts: routes, who may enter, what happens on errors.
 *
 * <p>It waits for the accounts, and so for the database: without them there is no portal, rather than half a portal.
 */
@Component(service = PortalStart.class, reference = @Reference(name = "accounts", service = Accounts.class))
public final class PortalStart implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PortalStart.class);

    private final transient ShellPages pages;
    private final transient ModuleRegistry modules;
    private final transient OpenBrowsers browsers;
    private final transient IndexPage indexPage;
    private final transient SessionWatch sessions;
    private final transient Visits visits;

    @Activate
    public PortalStart(
            @Reference ShellPages pages,
            @Reference ModuleRegistry modules,
            @Reference OpenBrowsers browsers,
            @Reference Gmina gmina,
            @Reference SessionWatch sessions,
            @Reference Visits visits) {
        this.pages = pages;
        this.modules = modules;
        this.browsers = browsers;
        this.sessions = sessions;
        this.visits = visits;
        this.indexPage = new IndexPage(gmina);
        gmina.onChange(() -> browsers.forEach(ui -> MainLayout.of(ui).ifPresent(MainLayout::gminaChanged)));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        VaadinService service = event.getSource();
        // not the registry of the servlet context: that one is new once the context was restarted meanwhile
        var registry = (ApplicationRouteRegistry) service.getRouter().getRegistry();
        RouteConfiguration configuration = RouteConfiguration.forRegistry(registry);
        pages.routes().forEach((path, type) -> configuration.setRoute(path, type, MainLayout.class));
        registry.setErrorNavigationTargets(Set.of(NotFoundPage.class, FaultPage.class));
        event.addIndexHtmlRequestListener(indexPage);
        event.addRequestHandler(new Threshold(visits));
        service.addSessionInitListener(init -> init.getSession().setErrorHandler(this::failed));
        service.addUIInitListener(init -> opened(init.getUI()));
        service.setSystemMessagesProvider(info -> ConnectionWords.system(pages.texts(), info.getLocale()));
        var routes = new ModuleRoutes(configuration, browsers);
        modules.addListener(routes);
        service.addSessionDestroyListener(destroyed -> visits.destroyed(destroyed.getSession()));
        service.addServiceDestroyListener(destroyed -> modules.removeListener(routes));
    }

    private static String where(UI ui) {
        return ui.getActiveViewLocation().getPath();
    }

    private boolean showsDeparted(UI ui) {
        return ui.getInternals().getActiveRouterTargetsChain().stream()
                .findFirst()
                .map(Object::getClass)
                .filter(page -> !pages.isErrorPage(page) && pages.access(page).isEmpty())
                .filter(page -> modules.owner(page).isEmpty())
                .isPresent();
    }

    private void opened(UI ui) {
        Preferences preferences = Preferences.of(VaadinService.getCurrentRequest());
        preferences.keepFor(ui);
        ui.setLocale(preferences.locale());
        ui.addBeforeEnterListener(this::requireLevel);
        new WindowGate(ui, pages).keep();
        browsers.opened(ui);
        sessions.begin();
    }

    /** Deny unless declared: only a page that states its level is entered, and only from that level on. */
    private void requireLevel(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        if (pages.isErrorPage(target)) {
            return;
        }
        Optional<View<?>> view = modules.owner(target).flatMap(module -> module.view(target));
        Optional<AccessLevel> required = pages.access(target).or(() -> view.map(View::access));
        Acting acting = Visit.acting(event.getUI());
        boolean level = required.filter(acting.level()::covers).isPresent();
        if (level && view.map(one -> one.isFor(acting)).orElse(true)) {
            if (!pages.isCovered(event.getUI(), target)) {
                new Wanted(event.getLocation()).keepFor(event.getUI());
                event.rerouteTo(MandatePage.class);
            }
            return;
        }
        if (required.isEmpty()) {
            leaveDeparted(event);
        } else if (level && acting.person().isPresent()) {
            new Wanted(event.getLocation()).keepFor(event.getUI());
            event.rerouteTo(ForbiddenPage.class);
        } else if (acting.person().isEmpty()) {
            Visit.of(event.getUI().getSession()).returnTo(event.getLocation().getPathWithQueryParameters());
            event.forwardTo(SignInPage.class);
        } else {
            new Wanted(event.getLocation()).keepFor(event.getUI());
            Visit.of(event.getUI().getSession()).returnTo(event.getLocation().getPathWithQueryParameters());
            event.rerouteTo(LevelPage.class);
        }
    }

    /** The screen is of a module that was switched off or replaced after its address was looked up. */
    private static void leaveDeparted(BeforeEnterEvent event) {
        Optional<NavigationState> now =
                event.getUI().getInternals().getRouter().resolveNavigationTarget(event.getLocation());
        if (now.isPresent() && now.get().getNavigationTarget() != event.getNavigationTarget()) {
            event.rerouteTo(now.get());
        } else {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void failed(ErrorEvent event) {
        UI ui = UI.getCurrent();
        if (ui != null && (showsDeparted(ui) || pages.absentModule(where(ui)).isPresent())) {
            LOG.debug("A page failed after its module had gone; its window is about to leave it", event.getThrowable());
            return;
        }
        Incident incident = Incident.of(event.getThrowable(), ui == null ? "" : where(ui));
        if (ui != null) {
            ui.access(() -> IncidentDialog.show(ui, incident));
        }
    }
}
