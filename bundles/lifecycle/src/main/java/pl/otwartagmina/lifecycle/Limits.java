package pl.otwartagmina.lifecycle;

import java.time.Duration;

/**
 * How long is waited.
 *
 * @param start from a module's start until it is shown
 * @param stop for a module's stop
 * @param patience for a service that a component lacks
 */
record Limits(Duration start, Duration stop, Duration patience) {
    static Limits of(Settings settings) {
        return new Limits(
                Duration.ofSeconds(settings.start_limit_seconds()),
                Duration.ofSeconds(settings.stop_limit_seconds()),
                Duration.ofSeconds(settings.patience_seconds()));
    }
}
