package pl.otwartagmina.bench.plain;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.documents.internal.XhtmlPrinter;
import pl.otwartagmina.identity.internal.DemoAccount;
import pl.otwartagmina.identity.internal.SecretPartyKeys;
import pl.otwartagmina.persistence.ConnectionPool;
import pl.otwartagmina.persistence.DatabaseAddress;
import pl.otwartagmina.persistence.ModuleDatabase;
import pl.otwartagmina.persistence.WarsawClock;
import pl.otwartagmina.service.payments.PaymentsService;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.ImportDesk;
import pl.otwartagmina.service.payments.internal.InstalledGateways;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.demo.DemoDues;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.BookingExports;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Imports;
import pl.otwartagmina.service.payments.internal.store.Reminders;
import pl.otwartagmina.service.payments.internal.store.StuckPayments;
import pl.otwartagmina.service.payments.internal.store.Taxpayers;
import pl.otwartagmina.service.payments.internal.ui.clerk.ClerkViews;
import pl.otwartagmina.shell.internal.OpenBrowsers;
import pl.otwartagmina.shell.internal.PortalInstantiatorFactory;
import pl.otwartagmina.shell.internal.PortalShell;
import pl.otwartagmina.shell.internal.PortalStart;
import pl.otwartagmina.shell.internal.SessionWatch;
import pl.otwartagmina.shell.internal.StartGate;
import pl.otwartagmina.shell.internal.Visits;
import pl.otwartagmina.shell.internal.federation.Errands;
import pl.otwartagmina.shell.internal.federation.Providers;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.gmina.GminaConfig;
import pl.otwartagmina.shell.internal.gmina.ManifestServlet;
import pl.otwartagmina.shell.internal.gmina.ThemeServlet;
import pl.otwartagmina.shell.internal.gmina.Themes;
import pl.otwartagmina.shell.internal.modules.ModuleRegistry;
import pl.otwartagmina.shell.internal.pages.ShellPages;
import pl.otwartagmina.shell.internal.text.PortalTexts;
import pl.otwartagmina.shell.internal.web.PortalContext;
import pl.otwartagmina.shell.internal.web.PortalServlet;
import pl.otwartagmina.shell.internal.web.WebSocketSwitch;

/**
 * The portal with payments as one would write it without OSGi: a class path, constructors called by hand, servlets
 * registered with Jetty. Same classes, same pages, same settings, same push.
 */
public final class PlainPortal {
    private static final int SESSION_SECONDS = 1800;

    private final Path etc;
    private final BundleContext context;
    private final WarsawClock clock = new WarsawClock();
    private final Gmina gmina;
    private final Themes themes;
    private final PortalServlet pages;

    private PlainPortal(Path data) throws IOException, ReflectiveOperationException {
        etc = data.resolve("etc");
        context = new PlainBundles(data).context();
        themes = new Themes(context);
        gmina = new Gmina(themes, settings(GminaConfig.class, "pl.otwartagmina.shell"));
        ModuleRegistry modules = new ModuleRegistry(context, clock);
        PortalTexts texts = new PortalTexts(modules);
        SessionWatch.Config times = ByHand.settings(SessionWatch.Config.class, Map.of());
        Visits visits = new Visits(clock, times);
        OpenBrowsers browsers = new OpenBrowsers();
        Providers providers = new Providers(browsers);
        ShellPages shellPages = new ShellPages(gmina, modules, texts, visits, providers, new Errands(clock, gmina));
        SessionWatch sessions = new SessionWatch(browsers, clock, times);
        pages = new PortalServlet(
                new PortalInstantiatorFactory(
                        shellPages, new PortalStart(shellPages, modules, browsers, gmina, sessions, visits)),
                new PortalShell(),
                shellPages,
                new StartGate(),
                new WebSocketSwitch());
        System.setProperty("derby.stream.error.file", data.resolve("derby.log").toString());
        ConnectionPool pool =
                ConnectionPool.open(DatabaseAddress.of("jdbc:derby:" + data.resolve("db") + ";create=true"), 10);
        Database database = new ModuleDatabase(pool);
        SecretPartyKeys keys = new SecretPartyKeys(context, ByHand.settings(SecretPartyKeys.Config.class, Map.of()));
        PlainIdentity identity = new PlainIdentity(
                context,
                database,
                clock,
                keys,
                gmina,
                texts,
                visits,
                providers,
                settings(DemoAccount.Config.class, "pl.otwartagmina.identity.demo-resident"));
        ByHand.set(shellPages, "signIn", identity.signIn());
        ByHand.set(shellPages, "accounts", identity.signIn());
        DuesTables tables = new DuesTables(database, clock);
        CsvImport importer = new CsvImport(tables, keys);
        DemoDues unused =
                new DemoDues(tables, importer, settings(DemoDues.Config.class, "pl.otwartagmina.payments.demo"));
        InstalledGateways gateways = new InstalledGateways();
        Cashier cashier = new Cashier(tables, gateways, DueSources.NONE, gmina, identity.audit());
        Imports imports = new Imports(tables, identity.audit());
        PaymentsService payments = new PaymentsService(
                tables,
                cashier,
                new CashierRounds(cashier),
                gateways,
                DueSources.NONE,
                new BankDesk(
                        tables,
                        DueSources.NONE,
                        identity.audit(),
                        ByHand.settings(BankSettings.Config.class, Map.of())),
                new XhtmlPrinter(),
                gmina,
                texts,
                new ClerkViews(
                        tables,
                        new Taxpayers(tables, keys, identity.audit()),
                        new StuckPayments(tables, identity.audit()),
                        new BookingExports(tables, identity.audit()),
                        imports,
                        new ImportDesk(importer, imports),
                        texts),
                new Reminders(tables, identity.signIn(), identity.audit()),
                ByHand.settings(PaymentsService.Config.class, Map.of()));
        arrive(modules, identity.service(), "pl.otwartagmina.identity");
        arrive(modules, payments, "pl.otwartagmina.service-payments");
        Runtime.getRuntime().addShutdownHook(new Thread(pool::close));
    }

    private static void arrive(ModuleRegistry modules, EService service, String bundle)
            throws ReflectiveOperationException {
        ByHand.bind(modules, "arrived", ServiceReference.class, PlainBundles.reference(service, bundle));
    }

    /** {@code DATA PORT}; the folder {@code etc} of DATA has the settings of the demo. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]).toAbsolutePath();
        new PlainPortal(data).serve(Integer.parseInt(arguments[1]));
    }

    private <T> T settings(Class<T> type, String pid) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(etc.resolve(pid + ".cfg"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.remove("logos");
        return ByHand.settings(
                type,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(key -> key, key -> properties.getProperty(key))));
    }

    private void serve(int port) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new ContextHandlerCollection(publicFiles(), portal()));
        server.start();
        server.join();
    }

    private ServletContextHandler publicFiles() {
        ServletContextHandler handler = new ServletContextHandler();
        handler.setContextPath("/public");
        handler.addServlet(new ServletHolder(new ThemeServlet(themes)), "/theme/*");
        handler.addServlet(new ServletHolder(new ManifestServlet(gmina)), "/manifest.webmanifest");
        return handler;
    }

    private ServletContextHandler portal() {
        ServletContextHandler handler = new VaadinFiles();
        handler.setContextPath("/");
        SessionHandler sessions = new SessionHandler();
        sessions.setMaxInactiveInterval(SESSION_SECONDS);
        sessions.setSessionCookie("portal");
        sessions.setHttpOnly(true);
        sessions.setSameSite(org.eclipse.jetty.http.HttpCookie.SameSite.LAX);
        handler.setSessionHandler(sessions);
        ServletHolder holder = new ServletHolder("portal", pages);
        holder.setInitParameter("closeIdleSessions", "true");
        holder.setInitParameter("brotli", "true");
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        handler.addServlet(holder, "/*");
        JakartaWebSocketServletContainerInitializer.configure(handler, null);
        return handler;
    }

    /** The portal's servlet context with Vaadin's browser code as its only resources, as on the whiteboard. */
    private static final class VaadinFiles extends ServletContextHandler {
        private final PortalContext files = new PortalContext(new StartGate());

        VaadinFiles() {
            super(SESSIONS);
        }

        @Override
        public ServletContextApi newServletContextApi() {
            return new ServletContextApi() {
                @Override
                public @Nullable URL getResource(String path) throws MalformedURLException {
                    return files.getResource(path);
                }
            };
        }
    }
}
