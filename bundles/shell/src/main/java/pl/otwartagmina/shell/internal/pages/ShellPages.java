package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.identity.Accounts;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.Mandates;
import pl.otwartagmina.api.identity.PairedDevices;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.api.lifecycle.Modules;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.Visits;
import pl.otwartagmina.shell.internal.federation.Errands;
import pl.otwartagmina.shell.internal.federation.Providers;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.layout.MainLayout;
import pl.otwartagmina.shell.internal.modules.ModuleRegistry;
import pl.otwartagmina.shell.internal.text.PortalTexts;

/** The portal's own pages: their addresses, who may see them, and what they are made of. */
@org.osgi.service.component.annotations.Component(service = ShellPages.class)
public final class ShellPages {
    private final Gmina gmina;
    private final ModuleRegistry modules;
    private final PortalTexts texts;
    private final Visits visits;
    private final Providers providers;
    private final Map<String, Class<? extends Component>> routes = new LinkedHashMap<>();
    private final Map<Class<?>, Supplier<? extends Component>> factories;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable SignIn signIn;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable PairedDevices devices;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Modules lifecycle;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Accounts accounts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Mandates mandates;

    @Activate
    public ShellPages(
            @Reference Gmina gmina,
            @Reference ModuleRegistry modules,
            @Reference PortalTexts texts,
            @Reference Visits visits,
            @Reference Providers providers,
            @Reference Errands errands) {
        this.gmina = gmina;
        this.modules = modules;
        this.texts = texts;
        this.visits = visits;
        this.providers = providers;
        routes.put("", HomePage.class);
        routes.put(SignInPage.PATH, SignInPage.class);
        routes.put(HelpPage.PATH, HelpPage.class);
        routes.put(PrivacyPage.PATH, PrivacyPage.class);
        routes.put(AccessibilityPage.PATH, AccessibilityPage.class);
        routes.put(LevelPage.PATH, LevelPage.class);
        routes.put(ForbiddenPage.PATH, ForbiddenPage.class);
        routes.put(ActingPage.PATH, ActingPage.class);
        routes.put(MandatePage.PATH, MandatePage.class);
        routes.put(DeparturePage.PATH, DeparturePage.class);
        routes.put(ReturnPage.PATH, ReturnPage.class);
        routes.put(DonePage.PATH, DonePage.class);
        factories = Map.ofEntries(
                Map.entry(MainLayout.class, () -> new MainLayout(this)),
                Map.entry(HomePage.class, () -> new HomePage(modules)),
                Map.entry(
                        SignInPage.class,
                        () -> new SignInPage(
                                Optional.ofNullable(signIn), Optional.ofNullable(devices), visits, providers)),
                Map.entry(HelpPage.class, () -> new HelpPage(modules)),
                Map.entry(PrivacyPage.class, () -> new PrivacyPage(gmina)),
                Map.entry(AccessibilityPage.class, () -> new AccessibilityPage(gmina)),
                Map.entry(NotFoundPage.class, () -> new NotFoundPage(this)),
                Map.entry(FaultPage.class, () -> new FaultPage(this)),
                Map.entry(ActingPage.class, () -> new ActingPage(this)),
                Map.entry(MandatePage.class, MandatePage::new),
                Map.entry(
                        DeparturePage.class, () -> new DeparturePage(Optional.ofNullable(signIn), providers, errands)),
                Map.entry(ReturnPage.class, () -> new ReturnPage(Optional.ofNullable(signIn), visits, errands)),
                Map.entry(DonePage.class, DonePage::new),
                Map.entry(LevelPage.class, () -> new LevelPage(providers)),
                Map.entry(ForbiddenPage.class, ForbiddenPage::new));
    }

    /** Addresses, without a leading slash. */
    public Map<String, Class<? extends Component>> routes() {
        return routes;
    }

    /** A new page or layout of this class, if it is one of the shell's. */
    public <T> Optional<T> create(Class<T> type) {
        return Optional.ofNullable(factories.get(type)).map(factory -> type.cast(factory.get()));
    }

    /** The level that a page of the shell asks for. */
    public Optional<AccessLevel> access(Class<?> page) {
        if (page == ActingPage.class) {
            return Optional.of(AccessLevel.ACCOUNT);
        }
        return routes.containsValue(page) ? Optional.of(AccessLevel.PUBLIC) : Optional.empty();
    }

    /** Whether whoever acts in this window may still see what it shows. */
    public boolean isAllowed(UI window) {
        return shown(window)
                .flatMap(page -> modules.owner(page)
                        .flatMap(module -> module.view(page))
                        .map(view -> view.isFor(Visit.acting(window)) && isCovered(window, page)))
                .orElse(true);
    }

    /** Whether the mandate by which somebody acts, if there is one, covers a page. */
    public boolean isCovered(UI window, Class<?> page) {
        Acting acting = Visit.acting(window);
        return modules.owner(page)
                .map(module -> !module.isPersonal(page) || acting.may(module.id(), Mandate.Right.VIEW))
                .orElse(true);
    }

    /** The mandates that whoever acts could act by; none while they cannot be read. */
    public List<Mandate> mandates(Acting acting) {
        Mandates known = mandates;
        try {
            return known == null
                    ? List.of()
                    : acting.person().map(known::heldBy).orElse(List.of());
        } catch (DatabaseUnavailable gone) {
            return List.of();
        }
    }

    /** What whoever acts in a window wants to be seen by; nothing while it cannot be read. */
    public Optional<byte[]> picture(UI window) {
        try {
            return Visit.of(window.getSession())
                    .picture(person -> accounts().flatMap(known -> known.picture(person.id())));
        } catch (DatabaseUnavailable gone) {
            return Optional.empty();
        }
    }

    /** The visits in which somebody is signed in. */
    public Visits visits() {
        return visits;
    }

    /** Whether the window shows that its person may not see what it wanted. */
    public boolean isRefused(UI window) {
        return shown(window)
                .filter(page -> page == ForbiddenPage.class || page == LevelPage.class || page == MandatePage.class)
                .isPresent();
    }

    private static Optional<Class<?>> shown(UI window) {
        return window.getInternals().getActiveRouterTargetsChain().stream()
                .findFirst()
                .map(Object::getClass);
    }

    /** Pages that stand in for another one; everybody may see them. */
    public boolean isErrorPage(Class<?> page) {
        return page == NotFoundPage.class || page == FaultPage.class;
    }

    public Gmina gmina() {
        return gmina;
    }

    public ModuleRegistry modules() {
        return modules;
    }

    public PortalTexts texts() {
        return texts;
    }

    /** Links by which whoever acts in a window reaches a level beside it, each in a window of its own. */
    public List<Component> waysBeside(UI window, AccessLevel needed) {
        List<Component> ways = new ArrayList<>(WaysIn.of(window, providers, needed, true));
        boolean byPassword = signIn != null && needed != AccessLevel.STRONG;
        if (byPassword && Visit.acting(window).person().isEmpty()) {
            ways.add(WaysIn.ownBeside(window, ways.isEmpty()));
        }
        return ways;
    }

    /** Signs out in all windows of this browser; whoever came by an identity provider signs out there, too. */
    public void signOut(UI window) {
        visits.signOut(window.getSession(), by -> providers
                .find(by.provider())
                .flatMap(provider -> provider.signedOut(by.session(), gmina.portal())));
    }

    /** The accounts, while their tables answer. */
    public Optional<Accounts> accounts() {
        return Optional.ofNullable(accounts);
    }

    /** The module that has this address, if it is known but not shown. */
    public Optional<ModuleStatus> absentModule(String path) {
        String[] segments = path.split("/");
        Modules known = lifecycle;
        return known != null && segments.length >= 2 && segments[0].equals("e")
                ? known.find(segments[1])
                        .filter(module -> modules.find(module.id()).isEmpty())
                : Optional.empty();
    }
}
