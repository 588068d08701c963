package pl.otwartagmina.bench.plain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.identity.internal.SecretPartyKeys;
import pl.otwartagmina.persistence.ConnectionPool;
import pl.otwartagmina.persistence.DatabaseAddress;
import pl.otwartagmina.persistence.ModuleDatabase;
import pl.otwartagmina.persistence.WarsawClock;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;

/** Payments alone, on a PostgreSQL database, without pages and without a network. */
public final class PlainPayments implements AutoCloseable {
    private final ConnectionPool pool;
    private final OneList dues;
    private final Cashier cashier;
    private final CsvImport imports;
    private final PaymentGateway gateway;

    private PlainPayments(
            ConnectionPool pool, OneList dues, Cashier cashier, CsvImport imports, PaymentGateway gateway) {
        this.pool = pool;
        this.dues = dues;
        this.cashier = cashier;
        this.imports = imports;
        this.gateway = gateway;
    }

    /**
     * Opens the tables.
     *
     * @param data an empty folder
     * @param url of the database
     */
    public static PlainPayments open(Path data, String url, PaymentGateway gateway) throws IOException {
        BundleContext context = new PlainBundles(data).context();
        ConnectionPool pool = ConnectionPool.open(DatabaseAddress.of(url), 10);
        Clock clock = new WarsawClock();
        DuesTables tables = new DuesTables(new ModuleDatabase(pool), clock);
        SecretPartyKeys keys = new SecretPartyKeys(context, ByHand.settings(SecretPartyKeys.Config.class, Map.of()));
        // the trail of acts is not payments' own, so neither side writes it
        Cashier cashier =
                new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new PlainOffice(), (unit, act) -> {});
        OneList dues = new OneList(new Dues(tables, LateInterest.builtIn()), DueSources.NONE, cashier.modules());
        return new PlainPayments(pool, dues, cashier, new CsvImport(tables, keys), gateway);
    }

    /** The list as its screen asks for it. */
    public OneList dues() {
        return dues;
    }

    /** Reads a file to its end. */
    public void importFile(Path file) throws IOException {
        try {
            imports.run(
                    file,
                    fault -> {
                        throw new IllegalStateException(fault.toString());
                    },
                    () -> false);
        } catch (ImportRefused refused) {
            throw new IOException(refused);
        }
    }

    /** Keeps a notification, as before it is answered. */
    public void notified(Notification notification) throws NotBelieved {
        cashier.notified(gateway, notification);
    }

    /** Works off some of those that wait; how many. */
    public int workOff() {
        return cashier.workOff();
    }

    @Override
    public void close() {
        pool.close();
    }
}
