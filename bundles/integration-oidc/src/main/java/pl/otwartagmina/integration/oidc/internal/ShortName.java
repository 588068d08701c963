package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes of a provider's name for something one that is short enough to be kept. */
final class ShortName {
    private static final int LONGEST = 200;

    private ShortName() {}

    static String of(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + Base64URL.encode(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
