package pl.otwartagmina.integration.oidc.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which addresses a secret or a person may be sent to. */
final class Addresses {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /**
     * @param what of which the address is, for the message
     * @throws IllegalArgumentException if it is not https; on this machine http will do
     */
    static void require(String what, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean safe = scheme.equals("https") || scheme.equals("http") && THIS_MACHINE.contains(host);
        if (!safe || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The " + what + " must be an address with https, not " + address);
        }
    }
}
