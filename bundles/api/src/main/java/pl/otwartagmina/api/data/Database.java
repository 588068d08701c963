package pl.otwartagmina.api.data;

import org.osgi.annotation.versioning.ProviderType;

/** The portal's one database (Derby or PostgreSQL), in which every module has tables of its own. */
@ProviderType
public interface Database {
    /** Which product answers, for the few statements that differ. */
    Product product();

    /**
     * Applies the module's migrations and opens its persistence unit. Close it when the module's component goes.
     *
     * @throws DatabaseUnavailable if the database does not answer
     * @throws MigrationFailed if a migration fails, or the tables are of a newer version of the module; nothing was
     *     changed then
     */
    Unit open(UnitDefinition definition);

    /** The products that the portal is tested on. */
    enum Product {
        DERBY,
        POSTGRESQL
    }
}
