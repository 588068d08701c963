package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.ASSERTION;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;

/**
 * Whom the attributes describe (eIDAS attribute profile, 2.2).
 *
 * <p>The subject is a keyed hash of the person identifier. The NameID would not do: it is the name of an account at
 * whoever recognised the person this time, a bank today and Profil Zaufany tomorrow. The identifier in the clear would
 * put the PESEL where only names of accounts are kept; so would a plain hash, as all PESEL numbers are soon tried.
 */
final class Subjects {
    private static final String NATURAL_PERSON = "http://eidas.europa.eu/attributes/naturalperson/";
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("[0-9]{11}");

    /** Somebody recognised by another state of the Union: its code, who asks, and its name of the person. */
    private static final Pattern ABROAD = Pattern.compile("[A-Z]{2}/PL/\\S{1,256}");

    private final SecretKeySpec key;

    Subjects(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    Proof proof(Element attributes, LevelOfAssurance level, Session session) throws Rejected {
        String identifier = attribute(attributes, "PersonIdentifier");
        Optional<Pesel> pesel = pesel(identifier);
        boolean strong = level.compareTo(LevelOfAssurance.SUBSTANTIAL) >= 0;
        return new Proof(
                subject(identifier),
                strong ? AccessLevel.STRONG : AccessLevel.ACCOUNT,
                strong ? pesel : Optional.empty(),
                attribute(attributes, "CurrentGivenName"),
                attribute(attributes, "CurrentFamilyName"),
                Optional.empty(),
                session.encoded());
    }

    private static Optional<Pesel> pesel(String identifier) throws Rejected {
        if (ABROAD.matcher(identifier).matches()) {
            return Optional.empty();
        }
        if (!ELEVEN_DIGITS.matcher(identifier).matches()) {
            throw new Rejected("person identifier of an unknown kind");
        }
        try {
            return Optional.of(new Pesel(identifier));
        } catch (InvalidNumber wrong) {
            throw new Rejected("PESEL with a wrong " + wrong.fault());
        }
    }

    private String subject(String identifier) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An attribute that is there once, with one value. */
    private static String attribute(Element statement, String name) throws Rejected {
        Optional<Element> found = Optional.empty();
        for (Element attribute : SecureXml.children(statement, ASSERTION, "Attribute")) {
            if (attribute.getAttribute("Name").equals(NATURAL_PERSON + name)) {
                if (found.isPresent()) {
                    throw new Rejected("several attributes " + name);
                }
                found = Optional.of(attribute);
            }
        }
        Element attribute = found.orElseThrow(() -> new Rejected("no attribute " + name));
        String value = SecureXml.content(SecureXml.sole(attribute, ASSERTION, "AttributeValue"));
        if (value.isEmpty()) {
            throw new Rejected("empty attribute " + name);
        }
        return value;
    }
}
