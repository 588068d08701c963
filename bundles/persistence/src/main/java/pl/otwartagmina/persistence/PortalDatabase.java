package pl.otwartagmina.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.DatabaseUnavailable;

/**
 * Offers {@link Database} to every module as long as the database can be entered.
 *
 * <p>The service is registered by hand: Declarative Services would offer it before it is known to work. A configuration
 * is required, be it empty, lest a portal meant for PostgreSQL begins with an embedded database because its file comes a
 * moment later.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "pl.otwartagmina.persistence",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DatabaseSettings.class)
public final class PortalDatabase {
    private final ConnectionPool pool;
    private final ServiceRegistration<?> registration;

    @Activate
    public PortalDatabase(BundleContext context, DatabaseSettings settings) {
        Path data = dataFolder(context);
        // Derby writes its log into the working directory unless told otherwise before its first start.
        if (System.getProperty("derby.stream.error.file") == null) {
            System.setProperty(
                    "derby.stream.error.file", data.resolve("derby.log").toString());
        }
        pool = ConnectionPool.open(address(settings, data), settings.pool__size());
        registration = context.registerService(Database.class.getName(), new OfEachModule(pool), null);
    }

    @Deactivate
    void close() {
        registration.unregister();
        pool.close();
    }

    private static DatabaseAddress address(DatabaseSettings settings, Path data) {
        String url = settings.url().isBlank() ? "jdbc:derby:" + data.resolve("db") + ";create=true" : settings.url();
        String user = settings.user().isBlank() ? environment("PORTAL_DB_USER") : settings.user();
        return new DatabaseAddress(url.strip(), user, password(settings.password__file()));
    }

    private static String password(String file) {
        if (file.isBlank()) {
            return environment("PORTAL_DB_PASSWORD");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new DatabaseUnavailable(
                    "The file " + file + ", which password_file of pl.otwartagmina.persistence names, cannot be read.",
                    unreadable);
        }
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    private static Path dataFolder(BundleContext context) {
        return Optional.ofNullable(context.getProperty("karaf.data"))
                .map(Path::of)
                .orElseGet(() -> context.getDataFile("").toPath());
    }

    /** Closes what a module left open when its bundle stops. */
    private record OfEachModule(ConnectionPool pool) implements ServiceFactory<ModuleDatabase> {
        @Override
        public ModuleDatabase getService(Bundle bundle, ServiceRegistration<ModuleDatabase> registration) {
            return new ModuleDatabase(pool);
        }

        @Override
        public void ungetService(
                Bundle bundle, ServiceRegistration<ModuleDatabase> registration, ModuleDatabase database) {
            database.close();
        }
    }
}
