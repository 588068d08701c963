package pl.otwartagmina.identity.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Names for what the database has to recognise and nobody has to read, such as a name that somebody mistyped. */
@Component(service = Pseudonyms.class)
public final class Pseudonyms {
    private final Hmac hmac;

    @Activate
    public Pseudonyms(BundleContext context) {
        this(SecretFile.standardPlace(context, "pseudonyms.key"));
    }

    Pseudonyms(Path file) {
        hmac = Hmac.ofFile(file);
    }

    /**
     * The pseudonym of a text.
     *
     * @param kind what it is, so that two kinds of the same text have nothing in common
     * @return 64 hexadecimal digits
     */
    public String of(String kind, String text) {
        return HexFormat.of().formatHex(hmac.of((kind + ":" + text).getBytes(StandardCharsets.UTF_8)));
    }
}
