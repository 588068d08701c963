package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.DS;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.PROTOCOL;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;
import pl.otwartagmina.integration.logingov.internal.xml.Signatures;

/** Fetches the answer that an artifact stands for, over SOAP (SAML bindings, 3.6). */
final class ArtifactResolution {
    private static final String RESOLVE =
            """
            <saml2p:ArtifactResolve xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol"
                xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" IssueInstant="%s">
              <saml2:Issuer>%s</saml2:Issuer>
              <saml2p:Artifact>%s</saml2p:Artifact>
            </saml2p:ArtifactResolve>
            """;
    private static final Pattern ARTIFACT = Pattern.compile("[A-Za-z0-9+/]{4,400}={0,2}");
    private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
    private static final Set<String> TURNED_BACK = Set.of(STATUS + "AuthnFailed", STATUS + "RequestDenied");

    private final Settings settings;
    private final Signatures signatures;
    private final Messages messages;
    private final Soap soap;
    private final Once artifacts;
    private final Clock clock;

    ArtifactResolution(Settings settings, Signatures signatures, Messages messages, Soap soap, Clock clock) {
        this.settings = settings;
        this.signatures = signatures;
        this.messages = messages;
        this.soap = soap;
        this.artifacts = new Once(clock);
        this.clock = clock;
    }

    /** The response that the provider has for this request: signed by it, fresh, successful. */
    Element resolve(String artifact, PendingRequests.Request request) throws Rejected, ProviderUnavailable {
        if (!ARTIFACT.matcher(artifact).matches()) {
            throw new Rejected("no artifact");
        }
        if (!artifacts.first(artifact, clock.instant().plus(PendingRequests.LIFE))) {
            throw new Rejected("artifact that was used before");
        }
        String id = Messages.newId();
        Document answer = soap.exchange(
                settings.artifactResolution(),
                signatures.sign(SecureXml.fill(RESOLVE, id, messages.now(), settings.entityId(), artifact)));

        Element artifactResponse = Messages.inBody(answer, "ArtifactResponse");
        signatures.verify(artifactResponse);
        messages.requireOfProvider(artifactResponse);
        Messages.requireAnswerTo(artifactResponse, id);
        Optional<Element> inside = SecureXml.child(artifactResponse, PROTOCOL, "Response");
        if (inside.isEmpty()) {
            // only now: login.gov.pl repeats the status of the response here, where SAML has that of the artifact
            requireSuccess(artifactResponse);
            throw new Rejected("artifact that stands for nothing");
        }
        return response(artifactResponse, inside.get(), request);
    }

    private Element response(Element artifactResponse, Element response, PendingRequests.Request request)
            throws Rejected {
        List<Element> signed = new ArrayList<>(List.of(artifactResponse));
        if (SecureXml.child(response, DS, "Signature").isPresent()) {
            signatures.verify(response);
            signed.add(response);
        }
        Signatures.requireNoOthers(artifactResponse.getOwnerDocument(), signed);
        messages.requireOfProvider(response);
        Messages.requireAnswerTo(response, request.id());
        Messages.requireFor(response, request.consumer().toString());
        requireSuccess(response);
        return response;
    }

    /** login.gov.pl puts codes on the first level that SAML has on the second, so the level says nothing here. */
    private static void requireSuccess(Element message) throws Rejected {
        Element status = SecureXml.only(message, PROTOCOL, "Status");
        NodeList all = status.getElementsByTagNameNS(PROTOCOL, "StatusCode");
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            codes.add(((Element) all.item(i)).getAttribute("Value"));
        }
        if (codes.equals(Set.of(Messages.SUCCESS))) {
            return;
        }
        if (codes.contains(STATUS + "NoAuthnContext")) {
            throw new Rejected(Reply.Reason.TOO_WEAK, "the provider has no way that is sure enough");
        }
        if (codes.stream().anyMatch(TURNED_BACK::contains)) {
            throw new Rejected(Reply.Reason.CANCELLED, "the person turned back");
        }
        throw new Rejected("the provider answers " + codes);
    }
}
