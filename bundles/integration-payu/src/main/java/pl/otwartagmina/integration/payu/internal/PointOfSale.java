package pl.otwartagmina.integration.payu.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pl.otwartagmina.api.gateway.Terms;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.OutsideSystem;
import pl.otwartagmina.outside.Settings;

/**
 * The gmina's point of sale at PayU, as the operator described it, checked.
 *
 * @param algorithms names of digests, as PayU writes them
 */
record PointOfSale(
        String posId,
        String clientId,
        String clientSecret,
        String secondKey,
        URI base,
        Set<String> algorithms,
        Terms terms,
        Duration limit) {
    /** SHA-1 is missing on purpose: PayU's library knows it, PayU does not send it. */
    private static final Set<String> KNOWN = Set.of("MD5", "SHA-256", "SHA-384", "SHA-512");

    PointOfSale {
        algorithms = Set.copyOf(algorithms);
    }

    /** @throws IllegalArgumentException telling which setting is wrong */
    static PointOfSale of(Config config, Map<String, String> environment) throws IOException {
        Settings settings = new Settings(PayUPayments.PID, environment);
        String posId = settings.need("posId", config.posId());
        settings.require(posId.matches("\\d{1,20}"), "posId", "is a number");
        Set<String> algorithms =
                new TreeSet<>(Set.of(config.algorithms().strip().split("\\s+")));
        settings.require(KNOWN.containsAll(algorithms), "algorithms", "may name of " + new TreeSet<>(KNOWN) + " only");
        return new PointOfSale(
                posId,
                config.clientId().isBlank() ? posId : config.clientId().strip(),
                settings.secret("clientSecret_file", config.clientSecret__file(), "PORTAL_PAYU_CLIENT_SECRET"),
                settings.secret("secondKey_file", config.secondKey__file(), "PORTAL_PAYU_SECOND_KEY"),
                OutsideSystem.address("baseUrl of " + PayUPayments.PID, config.baseUrl()),
                algorithms,
                // PayU pays out to one account of the gmina per point of sale
                new Terms(
                        Money.of(config.least().strip()), Money.of(config.most().strip()), false),
                settings.seconds("timeoutSeconds", config.timeoutSeconds()));
    }

    @Override
    public String toString() {
        return "PointOfSale[" + posId + "]";
    }
}
