package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.ASSERTION;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.PROTOCOL;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;
import pl.otwartagmina.integration.logingov.internal.xml.Signatures;

/** The messages of single logout (SAML core, 3.7), in both directions. */
final class LogoutMessages {
    private static final String REQUEST =
            """
            <saml2p:LogoutRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol"
                xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" IssueInstant="%s"
                Destination="%s" Reason="urn:oasis:names:tc:SAML:2.0:logout:user">
              <saml2:Issuer>%s</saml2:Issuer>
              <saml2:NameID>%s</saml2:NameID>
              <saml2p:SessionIndex>%s</saml2p:SessionIndex>
            </saml2p:LogoutRequest>
            """;
    private static final String RESPONSE =
            """
            <saml2p:LogoutResponse xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol"
                xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" InResponseTo="%s" Version="2.0"
                IssueInstant="%s">
              <saml2:Issuer>%s</saml2:Issuer>
              <saml2p:Status><saml2p:StatusCode Value="%s"/></saml2p:Status>
            </saml2p:LogoutResponse>
            """;
    private static final Duration MEMORY = Duration.ofMinutes(30);

    private final Settings settings;
    private final Signatures signatures;
    private final Messages messages;
    private final Once received;
    private final Clock clock;

    LogoutMessages(Settings settings, Signatures signatures, Messages messages, Clock clock) {
        this.settings = settings;
        this.signatures = signatures;
        this.messages = messages;
        this.received = new Once(clock);
        this.clock = clock;
    }

    /**
     * What the provider wants to end.
     *
     * @param sessions none stands for all of this name
     */
    record Request(String id, String nameId, Set<Session> sessions) {
        Request {
            sessions = Set.copyOf(sessions);
        }
    }

    /** A signed LogoutRequest for this session. */
    Document request(Session session) {
        Document message = SecureXml.fill(
                REQUEST,
                Messages.newId(),
                messages.now(),
                settings.singleLogout(),
                settings.entityId(),
                session.nameId(),
                session.index());
        Element nameId =
                (Element) message.getElementsByTagNameNS(ASSERTION, "NameID").item(0);
        attribute(nameId, "Format", session.format());
        attribute(nameId, "NameQualifier", session.nameQualifier());
        attribute(nameId, "SPNameQualifier", session.spNameQualifier());
        return signatures.sign(message);
    }

    /** Checks that the provider confirms the end of the session. */
    void requireDone(Document envelope, Document request) throws Rejected {
        Element response = Messages.inBody(envelope, "LogoutResponse");
        verify(response);
        Messages.requireAnswerTo(response, request.getDocumentElement().getAttribute("ID"));
        String status =
                SecureXml.only(response, PROTOCOL, "Status", "StatusCode").getAttribute("Value");
        if (!status.equals(Messages.SUCCESS)) {
            throw new Rejected("the provider answers " + status);
        }
    }

    /** Reads a request of the provider, once. */
    Request read(Document envelope, URI address) throws Rejected {
        Element request = Messages.inBody(envelope, "LogoutRequest");
        verify(request);
        Messages.requireFor(request, address.toString());
        if (request.hasAttribute("NotOnOrAfter")
                && !clock.instant().minus(settings.skew()).isBefore(Messages.instant(request, "NotOnOrAfter"))) {
            throw new Rejected("LogoutRequest that is over");
        }
        Element nameId = SecureXml.only(request, ASSERTION, "NameID");
        Set<Session> sessions = new HashSet<>();
        for (Element index : SecureXml.children(request, PROTOCOL, "SessionIndex")) {
            sessions.add(Session.of(nameId, SecureXml.content(index)));
        }
        if (!received.first(request.getAttribute("ID"), clock.instant().plus(MEMORY))) {
            throw new Rejected("LogoutRequest that was used before");
        }
        return new Request(request.getAttribute("ID"), SecureXml.content(nameId), sessions);
    }

    /** The signed answer, in its envelope. */
    byte[] response(Request request) {
        return Messages.inEnvelope(signatures.sign(SecureXml.fill(
                RESPONSE, Messages.newId(), request.id(), messages.now(), settings.entityId(), Messages.SUCCESS)));
    }

    private void verify(Element message) throws Rejected {
        signatures.verify(message);
        Signatures.requireNoOthers(message.getOwnerDocument(), List.of(message));
        messages.requireOfProvider(message);
    }

    private static void attribute(Element element, String name, String value) {
        if (!value.isEmpty()) {
            element.setAttribute(name, value);
        }
    }
}
