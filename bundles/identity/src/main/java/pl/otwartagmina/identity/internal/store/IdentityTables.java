package pl.otwartagmina.identity.internal.store;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;

/** The share of the database that holds accounts and the audit trail. */
@Component(service = IdentityTables.class)
public final class IdentityTables {
    private final Unit unit;
    private final Clock clock;

    /** Brings the tables to this version. */
    @Activate
    public IdentityTables(@Reference Database database, @Reference Clock clock) {
        this.unit = database.open(UnitDefinition.of(
                "identity",
                IdentityTables.class,
                AccountRow.class,
                LinkRow.class,
                FederatedRow.class,
                MandateRow.class,
                EmailChangeRow.class,
                ApplicationRow.class));
        this.clock = clock;
    }

    @Deactivate
    void close() {
        unit.close();
    }

    /** One transaction over all tables of identity. */
    public Unit unit() {
        return unit;
    }

    /** Tells the day and time of the gmina. */
    public Clock clock() {
        return clock;
    }
}
