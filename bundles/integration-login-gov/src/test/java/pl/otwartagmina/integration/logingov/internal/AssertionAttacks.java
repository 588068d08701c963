package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.ARTIFACT_RESPONSE;
import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.ASSERTION;
import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.RESPONSE;

import java.time.Instant;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import pl.otwartagmina.integration.logingov.simulator.Dom;
import pl.otwartagmina.integration.logingov.simulator.Script.Moment;

/** Answers to other questions, for others, by others, at other times. */
final class AssertionAttacks {
    private AssertionAttacks() {}

    static Stream<Attack> assertions() {
        Instant past = Instant.now().minusSeconds(600);
        Instant future = Instant.now().plusSeconds(600);
        String confirmation = "SubjectConfirmationData";
        return Stream.of(
                attribute(
                        RESPONSE,
                        Dom.SAMLP,
                        "Response",
                        "InResponseTo",
                        "ID-other",
                        "Response that answers another request, or none"),
                without(
                        RESPONSE,
                        Dom.SAMLP,
                        "Response",
                        "InResponseTo",
                        "Response that answers another request, or none"),
                attribute(
                        ARTIFACT_RESPONSE,
                        Dom.SAMLP,
                        "ArtifactResponse",
                        "InResponseTo",
                        "ID-other",
                        "ArtifactResponse that answers another request, or none"),
                without(
                        ARTIFACT_RESPONSE,
                        Dom.SAMLP,
                        "ArtifactResponse",
                        "InResponseTo",
                        "ArtifactResponse that answers another request, or none"),
                attribute(
                        ASSERTION,
                        Dom.SAML,
                        confirmation,
                        "InResponseTo",
                        "ID-other",
                        confirmation + " that answers another request, or none"),
                without(
                        ASSERTION,
                        Dom.SAML,
                        confirmation,
                        "InResponseTo",
                        confirmation + " that answers another request, or none"),
                attribute(
                        RESPONSE,
                        Dom.SAMLP,
                        "Response",
                        "Destination",
                        "https://other.gmina.example/sso/login-gov/acs",
                        "Response for another destination"),
                attribute(RESPONSE, Dom.SAMLP, "Response", "Version", "1.1", "not SAML 2.0"),
                attribute(
                        RESPONSE,
                        Dom.SAMLP,
                        "Response",
                        "IssueInstant",
                        past.toString(),
                        "Response made at another time than now"),
                attribute(
                        RESPONSE,
                        Dom.SAMLP,
                        "Response",
                        "IssueInstant",
                        future.toString(),
                        "Response made at another time than now"),
                attribute(
                        ARTIFACT_RESPONSE,
                        Dom.SAMLP,
                        "ArtifactResponse",
                        "IssueInstant",
                        past.toString(),
                        "ArtifactResponse made at another time than now"),
                text(RESPONSE, Dom.SAML, "Issuer", "other.gov.pl", "Response of another issuer"),
                text(ARTIFACT_RESPONSE, Dom.SAML, "Issuer", "other.gov.pl", "ArtifactResponse of another issuer"),
                text(ASSERTION, Dom.SAML, "Issuer", "other.gov.pl", "Assertion of another issuer"),
                attribute(
                        ASSERTION,
                        Dom.SAML,
                        confirmation,
                        "Recipient",
                        "https://other.gmina.example/sso/login-gov/acs",
                        "assertion for another recipient"),
                without(ASSERTION, Dom.SAML, confirmation, "Recipient", "assertion for another recipient"),
                attribute(
                        ASSERTION,
                        Dom.SAML,
                        confirmation,
                        "NotOnOrAfter",
                        past.toString(),
                        confirmation + " that is over"),
                without(
                        ASSERTION,
                        Dom.SAML,
                        confirmation,
                        "NotOnOrAfter",
                        "no moment in NotOnOrAfter of " + confirmation),
                attribute(
                        ASSERTION,
                        Dom.SAML,
                        confirmation,
                        "NotBefore",
                        future.toString(),
                        confirmation + " that has not begun"),
                attribute(
                        ASSERTION,
                        Dom.SAML,
                        "SubjectConfirmation",
                        "Method",
                        "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches",
                        "subject that is confirmed in another way than by bringing the assertion"),
                removed("SubjectConfirmation", "Subject"),
                removed(confirmation, "SubjectConfirmation"),
                attribute(
                        ASSERTION, Dom.SAML, "Conditions", "NotOnOrAfter", past.toString(), "Conditions that is over"),
                attribute(
                        ASSERTION,
                        Dom.SAML,
                        "Conditions",
                        "NotBefore",
                        future.toString(),
                        "Conditions that has not begun"),
                removed("Conditions", "Assertion"),
                text(ASSERTION, Dom.SAML, "Audience", "https://other.gmina.example", "assertion for another audience"),
                Attack.at(
                        ASSERTION,
                        "no AudienceRestriction",
                        assertion -> remove(Dom.find(assertion, Dom.SAML, "AudienceRestriction")),
                        "assertion for everybody"),
                removed("AuthnStatement", "Assertion"),
                attribute(
                        ASSERTION,
                        Dom.SAML,
                        "AuthnStatement",
                        "AuthnInstant",
                        past.toString(),
                        "person who was recognised before the question"),
                without(
                        ASSERTION,
                        Dom.SAML,
                        "AuthnStatement",
                        "SessionIndex",
                        "session without a NameID or a SessionIndex"),
                attribute(
                        ASSERTION,
                        Dom.SAML,
                        "Assertion",
                        "IssueInstant",
                        past.toString(),
                        "Assertion made at another time than now"));
    }

    private static Attack attribute(
            Moment moment, String namespace, String element, String name, String value, String stopped) {
        return Attack.at(
                moment,
                name + " of " + element + " is " + value,
                root -> Dom.find(root, namespace, element).setAttribute(name, value),
                stopped);
    }

    private static Attack without(Moment moment, String namespace, String element, String name, String stopped) {
        return Attack.at(
                moment,
                "no " + name + " of " + element,
                root -> Dom.find(root, namespace, element).removeAttribute(name),
                stopped);
    }

    private static Attack text(Moment moment, String namespace, String element, String value, String stopped) {
        return Attack.at(
                moment,
                moment + ": " + element + " is " + value,
                root -> Dom.find(root, namespace, element).setTextContent(value),
                stopped);
    }

    private static Attack removed(String element, String parent) {
        return Attack.at(
                ASSERTION,
                "no " + element,
                assertion -> remove(Dom.find(assertion, Dom.SAML, element)),
                "no " + element + " in " + parent);
    }

    static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }
}
