package pl.otwartagmina.integration.logingov.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import pl.otwartagmina.integration.logingov.simulator.Script.Moment;

/** Writes the simulator's messages, as login.gov.pl does: the response signed, and the artifact response around it. */
final class AnswerWriter {
    private static final String ASSERTION =
            """
            <saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
                xmlns:naturalperson="http://eidas.europa.eu/attributes/naturalperson" ID="%1$s" IssueInstant="%2$s"
                Version="2.0">
              <saml2:Issuer>symulator.login.gov.pl</saml2:Issuer>
              <saml2:Subject>
                <saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">%3$s</saml2:NameID>
                <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                  <saml2:SubjectConfirmationData InResponseTo="%4$s" NotOnOrAfter="%5$s" Recipient="%6$s"/>
                </saml2:SubjectConfirmation>
              </saml2:Subject>
              <saml2:Conditions NotBefore="%2$s" NotOnOrAfter="%5$s">
                <saml2:AudienceRestriction><saml2:Audience>%7$s</saml2:Audience></saml2:AudienceRestriction>
              </saml2:Conditions>
              <saml2:AuthnStatement AuthnInstant="%2$s" SessionIndex="%1$s">
                <saml2:AuthnContext>
                  <saml2:AuthnContextClassRef>http://eidas.europa.eu/LoA/%8$s</saml2:AuthnContextClassRef>
                  <saml2:AuthenticatingAuthority>pz.gov.pl</saml2:AuthenticatingAuthority>
                </saml2:AuthnContext>
              </saml2:AuthnStatement>
              <saml2:AttributeStatement>%9$s</saml2:AttributeStatement>
            </saml2:Assertion>
            """;
    private static final String ATTRIBUTE =
            """
            <saml2:Attribute FriendlyName="%1$s" Name="http://eidas.europa.eu/attributes/naturalperson/%2$s"
                NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
              <saml2:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:type="naturalperson:%2$sType">%3$s</saml2:AttributeValue>
            </saml2:Attribute>
            """;
    private static final String MESSAGE =
            """
            <saml2p:%1$s xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol"
                xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
                xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" ID="ID-%2$s" %3$s IssueInstant="%4$s" Version="2.0">
              <saml2:Issuer>symulator.login.gov.pl</saml2:Issuer>%5$s
            </saml2p:%1$s>
            """;

    private final Signing right;
    private final X509Certificate portalDecrypts;

    AnswerWriter(Signing right, X509Certificate portalDecrypts) {
        this.right = right;
        this.portalDecrypts = portalDecrypts;
    }

    byte[] artifactResponse(Element resolve, Element request, Script script) {
        Element response = response(request, script);
        Document document = answer("ArtifactResponse", resolve, status(script.status()));
        Element artifactResponse = document.getDocumentElement();
        Dom.append(artifactResponse, response);
        script.change(Moment.ARTIFACT_RESPONSE, artifactResponse);
        script.signing(right).sign(artifactResponse);
        return envelope(artifactResponse, script);
    }

    private Element response(Element request, Script script) {
        Element response = answer("Response", request, status(script.status())).getDocumentElement();
        Element assertion = assertion(request, script);
        Dom.append(
                response,
                script.encryption()
                        .encrypt(script.plain(Dom.text(assertion)).getBytes(StandardCharsets.UTF_8), (ECPublicKey)
                                portalDecrypts.getPublicKey()));
        script.change(Moment.RESPONSE, response);
        script.signing(right).sign(response);
        script.change(Moment.SIGNED_RESPONSE, response);
        return response;
    }

    private Element assertion(Element request, Script script) {
        SimulatedPerson person = script.person();
        Instant now = Instant.now();
        Element assertion = Dom.parse(ASSERTION.formatted(
                        script.assertionId().orElse("_ID-" + UUID.randomUUID()),
                        now,
                        "konto" + person.identifier().hashCode(),
                        request.getAttribute("ID"),
                        now.plusSeconds(3000),
                        request.getAttribute("AssertionConsumerServiceURL"),
                        Dom.find(request, Dom.SAML, "Issuer").getTextContent(),
                        person.levelOfAssurance(),
                        ATTRIBUTE.formatted("FamilyName", "CurrentFamilyName", person.familyName())
                                + ATTRIBUTE.formatted("DateOfBirth", "DateOfBirth", person.dateOfBirth())
                                + ATTRIBUTE.formatted("FirstName", "CurrentGivenName", person.firstName())
                                + ATTRIBUTE.formatted("PersonIdentifier", "PersonIdentifier", person.identifier())))
                .getDocumentElement();
        script.change(Moment.ASSERTION, assertion);
        if (script.signsAssertion()) {
            script.signing(right).sign(assertion);
        }
        return assertion;
    }

    /** For an artifact that nobody knows: a success without a message (SAML core, 3.5.2). */
    byte[] nothing(Element resolve) {
        Element response =
                answer("ArtifactResponse", resolve, status(Script.SUCCESS)).getDocumentElement();
        right.sign(response);
        return envelope(response, new Script());
    }

    byte[] logoutResponse(Element request) {
        Element response =
                answer("LogoutResponse", request, status(Script.SUCCESS)).getDocumentElement();
        right.sign(response);
        return envelope(response, new Script());
    }

    byte[] logoutRequest(Signing signing, URI destination, String nameId, String... indexes) {
        Element request = message(
                        "LogoutRequest",
                        "Destination=\"" + destination + '"',
                        "<saml2:NameID Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified\">" + nameId
                                + "</saml2:NameID>"
                                + Arrays.stream(indexes)
                                        .map(index -> "<saml2p:SessionIndex>" + index + "</saml2p:SessionIndex>")
                                        .collect(Collectors.joining()))
                .getDocumentElement();
        signing.sign(request);
        return envelope(request, new Script());
    }

    private static Document answer(String name, Element request, String content) {
        return message(name, "InResponseTo=\"" + request.getAttribute("ID") + '"', content);
    }

    private static Document message(String name, String attributes, String content) {
        return Dom.parse(MESSAGE.formatted(name, UUID.randomUUID(), attributes, Instant.now(), content));
    }

    /** The real one repeats the response's status in the artifact response. */
    private static String status(String code) {
        return "<saml2p:Status><saml2p:StatusCode Value=\"" + code + "\"/></saml2p:Status>";
    }

    private static byte[] envelope(Element message, Script script) {
        Document envelope = Dom.parse(
                "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header/><soap:Body/></soap:Envelope>");
        Element body = Dom.find(envelope, "http://schemas.xmlsoap.org/soap/envelope/", "Body");
        Dom.append(body, message);
        script.change(Moment.ENVELOPE, envelope.getDocumentElement());
        return Dom.text(envelope).getBytes(StandardCharsets.UTF_8);
    }
}
