package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.ASSERTION;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.PROTOCOL;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.SOAP;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;

/** What all messages of the protocol have in common, there and back. */
final class Messages {
    static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    /** An answer over SOAP was made just now. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Settings settings;
    private final Clock clock;

    Messages(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** An id that cannot be guessed, as SAML wants it (core, 1.3.4) and as XML allows it. */
    static String newId() {
        return "ID-" + UUID.randomUUID();
    }

    /** Now, as messages write it. */
    String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static byte[] inEnvelope(Document message) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body>"
                        + SecureXml.text(message)
                        + "</soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The one message of this name in the body of an envelope. */
    static Element inBody(Document envelope, String name) throws Rejected {
        Element root = envelope.getDocumentElement();
        if (!SecureXml.is(root, SOAP, "Envelope")) {
            throw new Rejected("no SOAP envelope");
        }
        return SecureXml.sole(SecureXml.only(root, SOAP, "Body"), PROTOCOL, name);
    }

    /** Checks who sent a message, when and in which version. */
    void requireOfProvider(Element message) throws Rejected {
        if (!message.getAttribute("Version").equals("2.0")) {
            throw new Rejected("not SAML 2.0");
        }
        requireIssuer(message);
        Instant now = clock.instant();
        Instant issued = instant(message, "IssueInstant");
        if (issued.isAfter(now.plus(settings.skew()))
                || issued.isBefore(now.minus(FRESH).minus(settings.skew()))) {
            throw new Rejected(message.getLocalName() + " made at another time than now");
        }
    }

    void requireIssuer(Element message) throws Rejected {
        if (!SecureXml.content(SecureXml.only(message, ASSERTION, "Issuer")).equals(settings.provider())) {
            throw new Rejected(message.getLocalName() + " of another issuer");
        }
    }

    static void requireAnswerTo(Element message, String id) throws Rejected {
        if (!message.getAttribute("InResponseTo").equals(id)) {
            throw new Rejected(message.getLocalName() + " that answers another request, or none");
        }
    }

    /** A destination need not be named, but then it is this one. */
    static void requireFor(Element message, String address) throws Rejected {
        if (message.hasAttribute("Destination")
                && !message.getAttribute("Destination").equals(address)) {
            throw new Rejected(message.getLocalName() + " for another destination");
        }
    }

    static Instant instant(Element element, String attribute) throws Rejected {
        try {
            return OffsetDateTime.parse(element.getAttribute(attribute)).toInstant();
        } catch (DateTimeException malformed) {
            throw new Rejected("no moment in " + attribute + " of " + element.getLocalName(), malformed);
        }
    }
}
