package pl.otwartagmina.outside;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** A system elsewhere that is called over HTTP. */
public final class OutsideSystem {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;
    private final Duration limit;

    /**
     * @param base address below which it is called; see {@link #address}
     * @param limit within which one conversation ends, with all its calls
     */
    public OutsideSystem(URI base, Duration limit) {
        this.base = base;
        this.limit = limit;
    }

    /**
     * The base address as an operator wrote it, ending with a slash.
     *
     * @param what of which the address is, for the message
     * @throws IllegalArgumentException if it is not https; on this machine http will do
     */
    public static URI address(String what, String written) {
        URI address = URI.create(written.strip().replaceFirst("/*$", "/"));
        if (!isSafe(address) || address.getRawQuery() != null) {
            throw new IllegalArgumentException(what + " must be an address with https, not " + written);
        }
        return address;
    }

    /** Whether a secret, or a payer, may be sent there: over https, or on this machine. */
    public static boolean isSafe(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean encrypted = scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(host));
        return encrypted && address.getHost() != null && address.getRawUserInfo() == null;
    }

    /** Begins the calls of one act; the time runs from now. */
    public Conversation begin() {
        return new Conversation(client, base, limit);
    }

    /** An address below the base. */
    public URI at(String path) {
        return base.resolve(path);
    }
}
