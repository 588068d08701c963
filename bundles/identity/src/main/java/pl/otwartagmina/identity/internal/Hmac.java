package pl.otwartagmina.identity.internal;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under a secret of the portal: what nobody without the secret can make, or guess back. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public Hmac(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Under the secret of this file, which is made if it is not there. */
    public static Hmac ofFile(Path file) {
        return new Hmac(SecretFile.readOrMake(file));
    }

    /** 32 bytes. */
    public byte[] of(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
