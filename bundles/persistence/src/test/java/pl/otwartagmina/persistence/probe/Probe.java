package pl.otwartagmina.persistence.probe;

import java.time.Instant;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;

/** Stores one row at each start and tells how many there are, as a text that needs no class of the bundle. */
public final class Probe implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Database database = context.getService(context.getServiceReference(Database.class));
        Unit unit = database.open(UnitDefinition.of("probe", Probe.class, ProbeRow.class));
        unit.tx(em -> {
            ProbeRow row = new ProbeRow();
            row.born = Instant.parse("2026-10-25T00:30:00Z");
            em.persist(row);
            return row;
        });
        String told = unit.tx(em -> {
            var rows = em.createQuery("SELECT p FROM Probe p", ProbeRow.class).getResultList();
            return rows.size() + " on " + database.product() + ", " + rows.get(0).born;
        });
        context.registerService(Supplier.class, () -> told, null);
    }

    @Override
    public void stop(BundleContext context) {
        // Careless on purpose.
    }
}
