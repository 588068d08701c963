package pl.otwartagmina.service.payments.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * How many dues a filter finds in each tab, and what stands beside them.
 *
 * @param overpaid overpayments of the party on all accounts
 * @param importedAt when the tax system's dues were last read
 */
public record Tally(Map<Tab, Integer> counts, Money overpaid, Optional<Instant> importedAt) {
    public Tally {
        counts = Map.copyOf(counts);
    }

    /** Dues in that tab. */
    public int in(Tab tab) {
        return counts.getOrDefault(tab, 0);
    }

    /** Whether there is none in any tab. */
    public boolean isEmpty() {
        return counts.values().stream().allMatch(count -> count == 0);
    }
}
