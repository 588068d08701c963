package pl.otwartagmina.api.federation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that came to {@code /sso/<id>/<path>}.
 *
 * @param method {@code GET} or {@code POST}
 * @param address of the portal for this provider, as {@link Errand#address}
 * @param path below it, without a leading slash, such as {@code return}
 * @param parameters of the query and of a posted form
 * @param body of a request that is no form, at most 256 KiB
 */
public record Inbound(String method, URI address, String path, Map<String, List<String>> parameters, byte[] body) {
    public Inbound {
        parameters = Map.copyOf(parameters);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The parameter of this name, if it came exactly once. */
    public Optional<String> parameter(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
