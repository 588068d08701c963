package pl.otwartagmina.api.module;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import pl.otwartagmina.api.identity.Acting;

/**
 * An e-service (e-usługa): the one thing that a module registers.
 *
 * <p>While it is registered, the portal shows its tile, its menu entries, its views under {@code /e/<id>/} and its help;
 * open browsers get and lose them without reload. Texts come from {@code i18n/messages*.properties} of the bundle that
 * holds the implementing class; every key begins with the module's id.
 *
 * <p>{@link #info()} and {@link #views()} are asked once, when the service arrives. All other methods may be slow or
 * fail: the shell calls them on a thread of the module's own, waits a few seconds at most, and shows the module as
 * unavailable if it does not answer.
 */
@ConsumerType
public interface EService {
    /** The module's card. */
    ModuleInfo info();

    /** The screens, at least one with the empty path. */
    List<View<?>> views();

    /**
     * One live line for the tile, such as "2 do zapłaty · 197,00 zł".
     *
     * @return a text ready to be shown in the language of {@code acting}, or empty for none
     */
    default Optional<String> figure(Acting acting) {
        return Optional.empty();
    }

    /** What waits for this person's action, most urgent first; at most a handful. */
    default List<ToDo> toDo(Acting acting) {
        return List.of();
    }

    /** Topics of the portal's help. */
    default List<HelpTopic> help() {
        return List.of();
    }

    /**
     * Proves that the module can work, for example that its tables answer. Called before the module is shown as enabled.
     *
     * @throws Exception with a message for the operator; enabling is then taken back
     */
    default void check() throws Exception {}
}
