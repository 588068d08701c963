package pl.otwartagmina.api.gateway;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that came to {@code POST /api/payments/notify/<id>}, byte for byte.
 *
 * @param headers by name, whatever its case
 * @param body as it was sent, at most 64 KiB
 * @param sender address that it came from
 */
public record Notification(Map<String, List<String>> headers, byte[] body, String sender) {
    public Notification {
        TreeMap<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Collections.unmodifiableMap(byName);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The header of this name, if it came exactly once. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
