package pl.otwartagmina.api.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A module as it stands.
 *
 * @param id one word, such as {@code payments}
 * @param version the version running, or the newest known where none runs
 * @param description one line of the feature
 * @param state what it is doing
 * @param since when it came into this state, where that is known
 * @param reason why it is not available, for {@link State#FAILED}; empty otherwise
 * @param requires ids of the modules it needs
 * @param bundles {@code symbolic-name/version} of its own bundles
 */
public record ModuleStatus(
        String id,
        String version,
        String description,
        State state,
        Optional<Instant> since,
        String reason,
        List<String> requires,
        List<String> bundles) {

    /** The states of a module. */
    public enum State {
        /** Known, not running. */
        DISABLED,
        /** Running and answering. */
        ENABLED,
        /** Switched on, but not answering: see the reason. */
        FAILED
    }
}
