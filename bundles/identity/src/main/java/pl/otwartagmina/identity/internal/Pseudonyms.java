package pl.otwartagmina.identity.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Names for what the database has to recognise and nobody has to read, such as a name that somebody mistyped. */
@Component(service = Pseudonyms.class)
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    @Activate
    public Pseudonyms(BundleContext context) {
        this(SecretFile.standardPlace(context, "pseudonyms.key"));
    }

    Pseudonyms(Path file) {
        secret = new SecretKeySpec(SecretFile.readOrMake(file), ALGORITHM);
    }

    /**
     * The pseudonym of a text.
     *
     * @param kind what it is, so that two kinds of the same text have nothing in common
     * @return 64 hexadecimal digits
     */
    public String of(String kind, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal((kind + ":" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
