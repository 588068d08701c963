package pl.otwartagmina.integration.payu.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pl.otwartagmina.api.gateway.NotBelieved;

/** {@code OpenPayu-Signature: sender=checkout;signature=…;algorithm=MD5;content=DOCUMENT}. */
final class SignatureHeader {
    static final String NAME = "OpenPayu-Signature";
    private static final Set<String> PARTS = Set.of("sender", "signature", "algorithm", "content");
    private static final int LONGEST = 512;

    private final Map<String, String> parts;

    private SignatureHeader(Map<String, String> parts) {
        this.parts = parts;
    }

    /** @throws NotBelieved unless each part is there exactly once, and nothing else */
    static SignatureHeader of(String value) throws NotBelieved {
        Map<String, String> parts = new HashMap<>();
        if (value.length() > LONGEST) {
            throw new NotBelieved("a signature that is too long");
        }
        for (String part : value.strip().split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (part.isBlank()) {
                continue;
            }
            if (pair.length != 2 || !PARTS.contains(pair[0]) || parts.put(pair[0], pair[1]) != null) {
                throw new NotBelieved("a signature of another form");
            }
        }
        if (!parts.keySet().equals(PARTS)) {
            throw new NotBelieved("a signature without all its parts");
        }
        return new SignatureHeader(parts);
    }

    /**
     * Believes the body if the point of sale's second key signed it: digest of the body followed by the key.
     *
     * @throws NotBelieved if somebody else signed it, or with a digest that is not on the operator's list
     */
    void believe(byte[] body, PointOfSale pos) throws NotBelieved {
        String sender = part("sender");
        if (!sender.equals("checkout") && !sender.equals(pos.posId())) {
            throw new NotBelieved("a notification of another sender");
        }
        if (!pos.algorithms().contains(part("algorithm")) || !part("content").equals("DOCUMENT")) {
            throw new NotBelieved("a notification signed in a way that is not accepted");
        }
        MessageDigest digest = digest(part("algorithm"));
        digest.update(body);
        digest.update(pos.secondKey().getBytes(StandardCharsets.UTF_8));
        byte[] right = HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
        byte[] given = part("signature").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        // takes the same time wherever they differ
        if (!MessageDigest.isEqual(right, given)) {
            throw new NotBelieved("a wrong signature");
        }
    }

    private String part(String name) {
        return parts.getOrDefault(name, "");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
