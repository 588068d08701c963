package pl.otwartagmina.api.data;

import java.util.List;

/**
 * A module's share of the database.
 *
 * @param module the module's id: prefix of its tables ({@code payments_due}) and of its migration history
 * @param loader the class loader that finds the entities and the migrations, {@code db/migration/*.sql} for both products
 *     and {@code db/migration/derby}, {@code db/migration/postgresql} where they differ
 * @param entities the classes mapped; none where a module speaks SQL only
 */
public record UnitDefinition(String module, ClassLoader loader, List<Class<?>> entities) {
    public UnitDefinition {
        entities = List.copyOf(entities);
    }

    /** The unit of the module that {@code owner} belongs to. */
    public static UnitDefinition of(String module, Class<?> owner, Class<?>... entities) {
        return new UnitDefinition(module, owner.getClassLoader(), List.of(entities));
    }
}
