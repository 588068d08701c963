package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.ENVELOPE;
import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.RESPONSE;
import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.SIGNED_RESPONSE;

import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import pl.otwartagmina.integration.logingov.simulator.Dom;
import pl.otwartagmina.integration.logingov.simulator.Identity;
import pl.otwartagmina.integration.logingov.simulator.Script;
import pl.otwartagmina.integration.logingov.simulator.Signing;

/** Forged, missing, weak and moved signatures; for those moved around see {@link Wrapping}. */
final class SignatureAttacks {
    private static final Identity STRANGER = Identity.elliptic("WK_SIG_EC");
    private static final String OUTSIDE = "algorithm outside of the allow-list for ";

    private SignatureAttacks() {}

    static Stream<Attack> signatures() {
        String changed = "signature that no certificate of the provider in force confirms";
        return Stream.of(
                Attack.at(
                        ENVELOPE,
                        "nothing is signed",
                        SignatureAttacks::stripSignatures,
                        "no Signature in ArtifactResponse"),
                Attack.at(
                        ENVELOPE,
                        "only the response is signed",
                        envelope -> {
                            Element message = Dom.find(envelope, Dom.SAMLP, "ArtifactResponse");
                            message.removeChild(Dom.find(message, Dom.DS, "Signature"));
                        },
                        "no Signature in ArtifactResponse"),
                Attack.of(
                        "signed by a stranger of the same name",
                        new Script().signing(right -> right.by(STRANGER)),
                        changed),
                Attack.at(
                        SIGNED_RESPONSE,
                        "the response changed after it was signed",
                        response -> response.setAttribute("Consent", "changed"),
                        changed),
                Attack.at(
                        ENVELOPE,
                        "the artifact response changed after it was signed",
                        envelope -> Dom.find(envelope, Dom.SAMLP, "ArtifactResponse")
                                .setAttribute("Consent", "changed"),
                        changed),
                Attack.at(
                        ENVELOPE,
                        "a second signature",
                        envelope -> {
                            Element message = Dom.find(envelope, Dom.SAMLP, "ArtifactResponse");
                            Dom.append(message, Dom.find(message, Dom.DS, "Signature"));
                        },
                        "several Signature in ArtifactResponse"),
                Attack.at(
                        RESPONSE,
                        "a signature where none belongs",
                        response -> Dom.find(response, Dom.SAMLP, "Status")
                                .appendChild(response.getOwnerDocument().createElementNS(Dom.DS, "ds:Signature")),
                        "signature in a place where none belongs"),
                Attack.of(
                        "a signature in the assertion, by a stranger",
                        new Script().plain(assertion -> {
                            Document document = Dom.parse(assertion);
                            Signing.with(STRANGER).sign(document.getDocumentElement());
                            return Dom.text(document);
                        }),
                        changed),
                Attack.at(
                        ENVELOPE,
                        "a signature of the whole document",
                        envelope -> Dom.find(envelope, Dom.DS, "Reference").setAttribute("URI", ""),
                        "signature of another element"),
                Attack.at(
                        ENVELOPE,
                        "a signature that points out of the document",
                        envelope -> Dom.find(envelope, Dom.DS, "Reference")
                                .setAttribute("URI", "http://127.0.0.1:1/elsewhere"),
                        "signature of another element"),
                Attack.at(
                        ENVELOPE,
                        "a second reference",
                        envelope -> Dom.append(
                                Dom.find(envelope, Dom.DS, "SignedInfo"), Dom.find(envelope, Dom.DS, "Reference")),
                        "several Reference in SignedInfo"),
                Attack.of(
                        "a signature with SHA-1",
                        new Script()
                                .signing(right -> right.method("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1")),
                        OUTSIDE + "SignatureMethod"),
                Attack.of(
                        "a digest with SHA-1",
                        new Script().signing(right -> right.digest("http://www.w3.org/2000/09/xmldsig#sha1")),
                        OUTSIDE + "DigestMethod"),
                Attack.of(
                        "a signature by RSA",
                        new Script().signing(right -> right.by(Identity.rsa("WK_SIG_RSA"))
                                .method("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")),
                        OUTSIDE + "SignatureMethod"),
                Attack.at(
                        ENVELOPE,
                        "a signature by a secret that is public: HMAC with the certificate",
                        envelope -> Dom.find(envelope, Dom.DS, "SignatureMethod")
                                .setAttribute("Algorithm", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"),
                        OUTSIDE + "SignatureMethod"),
                Attack.of(
                        "inclusive canonicalisation",
                        new Script()
                                .signing(right ->
                                        right.canonicalization("http://www.w3.org/TR/2001/REC-xml-c14n-20010315")),
                        OUTSIDE + "CanonicalizationMethod"),
                Attack.of(
                        "canonicalisation that keeps comments",
                        new Script()
                                .signing(right ->
                                        right.canonicalization("http://www.w3.org/2001/10/xml-exc-c14n#WithComments")),
                        OUTSIDE + "CanonicalizationMethod"),
                Attack.of(
                        "another transform",
                        new Script()
                                .signing(right -> right.transforms(
                                        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                                        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315")),
                        "signature with other transforms than enveloped and exclusive canonicalisation"),
                Attack.at(
                        ENVELOPE,
                        "a transform by XSLT",
                        envelope -> Dom.find(envelope, Dom.DS, "Transform")
                                .setAttribute("Algorithm", "http://www.w3.org/TR/1999/REC-xslt-19991116"),
                        "signature with other transforms than enveloped and exclusive canonicalisation"));
    }

    private static void stripSignatures(Element envelope) {
        Element message = Dom.find(envelope, Dom.SAMLP, "ArtifactResponse");
        message.removeChild(Dom.find(message, Dom.DS, "Signature"));
        Element response = Dom.find(message, Dom.SAMLP, "Response");
        response.removeChild(Dom.find(response, Dom.DS, "Signature"));
    }
}
