package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.ASSERTION;
import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.RESPONSE;

import java.util.stream.Stream;
import org.w3c.dom.Element;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.integration.logingov.simulator.Dom;
import pl.otwartagmina.integration.logingov.simulator.Script;
import pl.otwartagmina.integration.logingov.simulator.SimulatedPerson;

/** Persons that cannot be, that are written in two ways, or that are known too little. */
final class PersonAttacks {
    private PersonAttacks() {}

    static Stream<Attack> persons() {
        SimulatedPerson anna = SimulatedPerson.ANNA;
        return Stream.of(
                Attack.of(
                        "PESEL with a wrong check digit",
                        new Script().person(anna.identifier("44051401358")),
                        "PESEL with a wrong CHECK_DIGIT"),
                Attack.of(
                        "PESEL with a day that does not exist",
                        new Script().person(anna.identifier("44023101353")),
                        "PESEL with a wrong DATE"),
                Attack.of(
                        "PESEL that is too short",
                        new Script().person(anna.identifier("4405140135")),
                        "person identifier of an unknown kind"),
                Attack.of(
                        "identifier for another state",
                        new Script().person(anna.identifier("DE/FR/AbC-123")),
                        "person identifier of an unknown kind"),
                Attack.of(
                        "no identifier", new Script().person(anna.identifier("")), "empty attribute PersonIdentifier"),
                Attack.at(
                        ASSERTION,
                        "no attributes",
                        assertion -> AssertionAttacks.remove(Dom.find(assertion, Dom.SAML, "AttributeStatement")),
                        "no AttributeStatement in Assertion"),
                Attack.at(
                        ASSERTION,
                        "the identifier twice",
                        assertion -> {
                            Element statement = Dom.find(assertion, Dom.SAML, "AttributeStatement");
                            Dom.append(statement, (Element) statement.getLastChild());
                        },
                        "several attributes PersonIdentifier"),
                Attack.at(
                        ASSERTION,
                        "two values of the identifier",
                        assertion -> {
                            Element identifier = (Element) Dom.find(assertion, Dom.SAML, "AttributeStatement")
                                    .getLastChild();
                            Dom.append(identifier, (Element) identifier.getFirstChild());
                        },
                        "several AttributeValue in Attribute"),
                Attack.at(
                        ASSERTION,
                        "a comment inside of the NameID",
                        assertion -> split(Dom.find(assertion, Dom.SAML, "NameID")),
                        "more than text in NameID"),
                Attack.at(
                        ASSERTION,
                        "a comment inside of the PESEL",
                        assertion -> split((Element) Dom.find(assertion, Dom.SAML, "AttributeStatement")
                                .getLastChild()
                                .getFirstChild()),
                        "more than text in AttributeValue"),
                Attack.at(
                        RESPONSE,
                        "a comment inside of the issuer",
                        response -> split(Dom.find(response, Dom.SAML, "Issuer")),
                        "more than text in Issuer"));
    }

    static Stream<Attack> levels() {
        return Stream.of(
                new Attack(
                        "low where substantial was asked for",
                        new Script().person(SimulatedPerson.ANNA.level("low")),
                        Reply.Reason.TOO_WEAK,
                        "level LOW where SUBSTANTIAL was asked for"),
                new Attack(
                        "a level that does not exist",
                        new Script().person(SimulatedPerson.ANNA.level("supreme")),
                        Reply.Reason.TOO_WEAK,
                        "a level that eIDAS does not know"),
                new Attack(
                        "the provider has no such level",
                        new Script().status("NoAuthnContext"),
                        Reply.Reason.TOO_WEAK,
                        "the provider has no way that is sure enough"),
                new Attack(
                        "the person turned back",
                        new Script().status("AuthnFailed"),
                        Reply.Reason.CANCELLED,
                        "the person turned back"),
                new Attack(
                        "the request was denied",
                        new Script().status("RequestDenied"),
                        Reply.Reason.CANCELLED,
                        "the person turned back"),
                Attack.of(
                        "another error, with an assertion beside it",
                        new Script().status("Requester"),
                        "the provider answers [urn:oasis:names:tc:SAML:2.0:status:Requester]"));
    }

    /** Puts a comment into the middle of a text; the signature does not notice. */
    private static void split(Element element) {
        String text = element.getTextContent();
        element.setTextContent(text.substring(0, 3));
        element.appendChild(element.getOwnerDocument().createComment("-"));
        element.appendChild(element.getOwnerDocument().createTextNode(text.substring(3)));
    }
}
