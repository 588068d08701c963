package pl.otwartagmina.api.data;

import java.util.List;
import java.util.Optional;

/**
 * A module's share of the database.
 *
 * @param module the module's id: prefix of its tables ({@code payments_due}) and of its migration history
 * @param loader the class loader that finds the entities and the migrations, {@code db/migration/*.sql} for both products
 *     and {@code db/migration/derby}, {@code db/migration/postgresql} where they differ
 * @param entities the classes mapped; none where a module speaks SQL only
 * @param owner a class of the module, beside which its migrations lie where several modules share a class path, as in tests;
 *     empty where the loader finds no other module's
 */
public record UnitDefinition(String module, ClassLoader loader, List<Class<?>> entities, Optional<Class<?>> owner) {
    public UnitDefinition {
        entities = List.copyOf(entities);
    }

    /** A unit whose loader finds the migrations of this module only. */
    public UnitDefinition(String module, ClassLoader loader, List<Class<?>> entities) {
        this(module, loader, entities, Optional.empty());
    }

    /** The unit of the module that {@code owner} belongs to. */
    public static UnitDefinition of(String module, Class<?> owner, Class<?>... entities) {
        return new UnitDefinition(module, owner.getClassLoader(), List.of(entities), Optional.of(owner));
    }
}
