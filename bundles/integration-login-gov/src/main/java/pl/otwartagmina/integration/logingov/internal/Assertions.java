package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.ASSERTION;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.DS;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.w3c.dom.Element;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.integration.logingov.internal.xml.Decryption;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;
import pl.otwartagmina.integration.logingov.internal.xml.Signatures;

/** Takes from a response whom the provider recognised, if everything about it is right (SAML profiles, 4.1.4.3). */
final class Assertions {
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    private final Settings settings;
    private final Signatures signatures;
    private final Messages messages;
    private final Decryption decryption;
    private final Subjects subjects;
    private final Once assertions;
    private final Clock clock;

    Assertions(
            Settings settings,
            Signatures signatures,
            Messages messages,
            Decryption decryption,
            Subjects subjects,
            Clock clock) {
        this.settings = settings;
        this.signatures = signatures;
        this.messages = messages;
        this.decryption = decryption;
        this.subjects = subjects;
        this.assertions = new Once(clock);
        this.clock = clock;
    }

    /**
     * The person.
     *
     * @param response of which it is known already that the provider signed it
     */
    Proof proof(Element response, PendingRequests.Request request) throws Rejected {
        if (!SecureXml.children(response, ASSERTION, "Assertion").isEmpty()) {
            throw new Rejected("assertion that is not encrypted");
        }
        Element assertion = decryption.decrypt(SecureXml.only(response, ASSERTION, "EncryptedAssertion"));
        requireOwnSignature(assertion);
        messages.requireOfProvider(assertion);

        Element subject = SecureXml.only(assertion, ASSERTION, "Subject");
        Instant until = requireConfirmed(subject, request);
        requireConditions(SecureXml.only(assertion, ASSERTION, "Conditions"));
        Element statement = SecureXml.only(assertion, ASSERTION, "AuthnStatement");
        LevelOfAssurance level = requireLevel(statement, request);
        if (!assertions.first(assertion.getAttribute("ID"), until.plus(settings.skew()))) {
            throw new Rejected("assertion that was used before");
        }
        return subjects.proof(
                SecureXml.only(assertion, ASSERTION, "AttributeStatement"),
                level,
                Session.of(SecureXml.only(subject, ASSERTION, "NameID"), statement.getAttribute("SessionIndex")));
    }

    /** It needs none, being part of what was signed; but if it has one, that must be true. */
    private void requireOwnSignature(Element assertion) throws Rejected {
        boolean signed = SecureXml.child(assertion, DS, "Signature").isPresent();
        if (signed) {
            signatures.verify(assertion);
        }
        Signatures.requireNoOthers(assertion.getOwnerDocument(), signed ? List.of(assertion) : List.of());
    }

    /** Until when the assertion may be brought. */
    private Instant requireConfirmed(Element subject, PendingRequests.Request request) throws Rejected {
        Element confirmation = SecureXml.only(subject, ASSERTION, "SubjectConfirmation");
        if (!confirmation.getAttribute("Method").equals(BEARER)) {
            throw new Rejected("subject that is confirmed in another way than by bringing the assertion");
        }
        Element data = SecureXml.only(confirmation, ASSERTION, "SubjectConfirmationData");
        if (!data.getAttribute("Recipient").equals(request.consumer().toString())) {
            throw new Rejected("assertion for another recipient");
        }
        Messages.requireAnswerTo(data, request.id());
        requireInTime(data);
        return Messages.instant(data, "NotOnOrAfter");
    }

    private void requireConditions(Element conditions) throws Rejected {
        requireInTime(conditions);
        List<Element> restrictions = SecureXml.children(conditions, ASSERTION, "AudienceRestriction");
        for (Element restriction : restrictions) {
            if (!isForPortal(restriction)) {
                throw new Rejected("assertion for another audience");
            }
        }
        if (restrictions.isEmpty()) {
            throw new Rejected("assertion for everybody");
        }
    }

    private boolean isForPortal(Element restriction) throws Rejected {
        for (Element audience : SecureXml.children(restriction, ASSERTION, "Audience")) {
            if (SecureXml.content(audience).equals(settings.entityId())) {
                return true;
            }
        }
        return false;
    }

    private void requireInTime(Element element) throws Rejected {
        Instant now = clock.instant();
        if (!now.minus(settings.skew()).isBefore(Messages.instant(element, "NotOnOrAfter"))) {
            throw new Rejected(element.getLocalName() + " that is over");
        }
        if (element.hasAttribute("NotBefore")
                && now.plus(settings.skew()).isBefore(Messages.instant(element, "NotBefore"))) {
            throw new Rejected(element.getLocalName() + " that has not begun");
        }
    }

    private LevelOfAssurance requireLevel(Element statement, PendingRequests.Request request) throws Rejected {
        // anew, as ForceAuthn asked for: not what the provider remembered
        if (Messages.instant(statement, "AuthnInstant").isBefore(request.sent().minus(settings.skew()))) {
            throw new Rejected("person who was recognised before the question");
        }
        Element reference = SecureXml.only(statement, ASSERTION, "AuthnContext", "AuthnContextClassRef");
        LevelOfAssurance level = LevelOfAssurance.ofUri(SecureXml.content(reference))
                .orElseThrow(() -> new Rejected(Reply.Reason.TOO_WEAK, "a level that eIDAS does not know"));
        if (level.compareTo(request.level()) < 0) {
            throw new Rejected(
                    Reply.Reason.TOO_WEAK, "level " + level + " where " + request.level() + " was asked for");
        }
        return level;
    }
}
