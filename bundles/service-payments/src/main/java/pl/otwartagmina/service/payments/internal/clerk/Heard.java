package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;
import java.util.Optional;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;

/**
 * A notification of a gateway, as it is shown to a clerk.
 *
 * @param done when it was worked off, empty as long as it waits
 */
public record Heard(Instant received, Standing.State said, Money amount, Optional<Instant> done) {}
