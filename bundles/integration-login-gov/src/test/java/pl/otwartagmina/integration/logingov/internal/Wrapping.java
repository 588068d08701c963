package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.ENVELOPE;

import java.util.UUID;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import pl.otwartagmina.integration.logingov.simulator.Dom;

/**
 * Signature wrapping: a signed message is kept, so that its signature stays true, and a forged one is put where it will be
 * read. The variants follow Somorovsky et al., "On Breaking SAML" (2012), from XSW1 to XSW8, on the message that is signed
 * here.
 */
final class Wrapping {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private Wrapping() {}

    static Stream<Attack> attacks() {
        return Stream.of(
                Attack.at(
                        ENVELOPE,
                        "XSW1: the signature in the forged message, the signed one inside of that signature",
                        envelope -> {
                            Element signed = signed(envelope);
                            Element forged = forge(envelope, signed);
                            Element signature = signature(signed);
                            insertSignature(forged, signature);
                            signature.appendChild(signed);
                        },
                        "signature of another element"),
                Attack.at(
                        ENVELOPE,
                        "XSW2: the signature in the forged message, the signed one before it",
                        envelope -> {
                            Element signed = signed(envelope);
                            Element forged = forge(envelope, signed);
                            Element signature = signature(signed);
                            insertSignature(forged, signature);
                            forged.insertBefore(signed, signature);
                        },
                        "signature of another element"),
                Attack.at(
                        ENVELOPE,
                        "XSW3: the forged message beside the signed one",
                        envelope -> forge(envelope, signed(envelope)),
                        "several ArtifactResponse in Body"),
                Attack.at(
                        ENVELOPE,
                        "XSW4: the signed message inside of the forged one",
                        envelope -> {
                            Element signed = signed(envelope);
                            forge(envelope, signed).appendChild(signed);
                        },
                        "no Signature in ArtifactResponse"),
                Attack.at(
                        ENVELOPE,
                        "XSW5: the forged message takes over the signature, the signed one lies behind it",
                        envelope -> {
                            Element signed = signed(envelope);
                            Element forged = forge(envelope, signed);
                            insertSignature(forged, signature(signed));
                            envelope.appendChild(signed);
                        },
                        "signature of another element"),
                Attack.at(
                        ENVELOPE,
                        "XSW6: the same id twice, the signed message inside of the taken signature",
                        envelope -> {
                            Element signed = signed(envelope);
                            Element forged = forge(envelope, signed);
                            forged.setAttribute("ID", signed.getAttribute("ID"));
                            Element signature = signature(signed);
                            insertSignature(forged, signature);
                            signature.appendChild(signed);
                        },
                        "several elements of one ID"),
                Attack.at(
                        ENVELOPE,
                        "XSW7: the signed message in an element for extensions",
                        envelope -> {
                            Element signed = signed(envelope);
                            Element forged = forge(envelope, signed);
                            forged.appendChild(
                                            envelope.getOwnerDocument().createElementNS(Dom.SAMLP, "saml2p:Extensions"))
                                    .appendChild(signed);
                        },
                        "no Signature in ArtifactResponse"),
                Attack.at(
                        ENVELOPE,
                        "XSW8: the signed message in an Object of the taken signature",
                        envelope -> {
                            Element signed = signed(envelope);
                            Element forged = forge(envelope, signed);
                            Element signature = signature(signed);
                            insertSignature(forged, signature);
                            signature
                                    .appendChild(envelope.getOwnerDocument().createElementNS(Dom.DS, "ds:Object"))
                                    .appendChild(signed);
                        },
                        "signature with an Object"),
                Attack.at(
                        ENVELOPE,
                        "the same id twice, the signed message in the header",
                        envelope -> {
                            Element signed = signed(envelope);
                            Element forged = forge(envelope, signed);
                            forged.setAttribute("ID", signed.getAttribute("ID"));
                            insertSignature(forged, (Element) signature(signed).cloneNode(true));
                            Dom.find(envelope, SOAP, "Header").appendChild(signed);
                        },
                        "several elements of one ID"),
                Attack.at(
                        ENVELOPE,
                        "a second body",
                        envelope -> Dom.append(envelope, Dom.find(envelope, SOAP, "Body")),
                        "several Body in Envelope"));
    }

    private static Element signed(Element envelope) {
        return Dom.find(envelope, Dom.SAMLP, "ArtifactResponse");
    }

    private static Element signature(Element message) {
        return Dom.find(message, Dom.DS, "Signature");
    }

    /** A copy of the signed message without its signatures, under another id, before it. */
    private static Element forge(Element envelope, Element signed) {
        Document document = envelope.getOwnerDocument();
        Element forged = (Element) document.importNode(signed, true);
        forged.setAttribute("ID", "ID-" + UUID.randomUUID());
        forged.removeChild(signature(forged));
        Element response = Dom.find(forged, Dom.SAMLP, "Response");
        response.removeChild(signature(response));
        Element body = Dom.find(envelope, SOAP, "Body");
        body.insertBefore(forged, signed);
        return forged;
    }

    private static void insertSignature(Element message, Element signature) {
        message.insertBefore(signature, Dom.find(message, Dom.SAML, "Issuer").getNextSibling());
    }
}
