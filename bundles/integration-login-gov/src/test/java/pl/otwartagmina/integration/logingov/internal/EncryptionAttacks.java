package pl.otwartagmina.integration.logingov.internal;

import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.RESPONSE;

import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import pl.otwartagmina.integration.logingov.simulator.Dom;
import pl.otwartagmina.integration.logingov.simulator.Encryption;
import pl.otwartagmina.integration.logingov.simulator.Script;

/** Missing, weak and changed encryption, and odd things inside of it. */
final class EncryptionAttacks {
    private static final String OUTSIDE = "algorithm outside of the allow-list for ";

    private EncryptionAttacks() {}

    static Stream<Attack> encryption() {
        Encryption right = Encryption.RIGHT;
        return Stream.of(
                Attack.at(
                        RESPONSE,
                        "the assertion is not encrypted",
                        response -> {
                            Element sealed = Dom.find(response, Dom.SAML, "EncryptedAssertion");
                            response.replaceChild(
                                    response.getOwnerDocument().createElementNS(Dom.SAML, "saml2:Assertion"), sealed);
                        },
                        "assertion that is not encrypted"),
                Attack.at(
                        RESPONSE,
                        "two encrypted assertions",
                        response -> Dom.append(response, Dom.find(response, Dom.SAML, "EncryptedAssertion")),
                        "several EncryptedAssertion in Response"),
                Attack.at(
                        RESPONSE,
                        "no assertion at all",
                        response -> response.removeChild(Dom.find(response, Dom.SAML, "EncryptedAssertion")),
                        "no EncryptedAssertion in Response"),
                Attack.of(
                        "content in CBC",
                        new Script().encryption(right.content("http://www.w3.org/2001/04/xmlenc#aes256-cbc", 256)),
                        OUTSIDE + "EncryptionMethod"),
                Attack.of(
                        "key by RSA 1.5",
                        new Script().encryption(right.wrap("http://www.w3.org/2001/04/xmlenc#rsa-1_5")),
                        OUTSIDE + "EncryptionMethod"),
                Attack.of(
                        "another agreement",
                        new Script().encryption(right.agreement("http://www.w3.org/2001/04/xmlenc#dh")),
                        OUTSIDE + "AgreementMethod"),
                Attack.of(
                        "another derivation",
                        new Script().encryption(right.derivation("http://www.w3.org/2009/xmlenc11#pbkdf2")),
                        OUTSIDE + "KeyDerivationMethod"),
                Attack.of(
                        "derivation with SHA-1",
                        new Script().encryption(right.digest("http://www.w3.org/2000/09/xmldsig#sha1")),
                        OUTSIDE + "DigestMethod"),
                changedBase64("the ciphertext changed", 1, "ciphertext that was changed"),
                changedBase64("the wrapped key changed", 0, "content key that was not encrypted for the portal"),
                Attack.at(
                        RESPONSE,
                        "an ephemeral key beside the curve",
                        response -> flip(Dom.find(response, "http://www.w3.org/2009/xmldsig11#", "PublicKey")),
                        "ephemeral key that cannot be used"),
                Attack.at(
                        RESPONSE,
                        "two encrypted keys",
                        response -> {
                            Element key = Dom.find(response, Dom.XENC, "EncryptedKey");
                            Dom.append((Element) key.getParentNode(), key);
                        },
                        "2 encrypted keys"),
                Attack.of(
                        "something else than an assertion is encrypted",
                        new Script().plain(assertion -> "<Assertion xmlns=\"urn:other\"/>"),
                        "something else than an assertion was encrypted"));
    }

    static Stream<Attack> xml() {
        String doctype = "no XML, or XML with a DOCTYPE or too deep";
        return Stream.of(
                Attack.of(
                        "DOCTYPE in the assertion",
                        new Script().plain(assertion -> "<!DOCTYPE a>" + assertion),
                        doctype),
                Attack.of(
                        "a file of the machine in the assertion",
                        new Script()
                                .plain(assertion -> "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                        + assertion.replace("Anna", "&x;")),
                        doctype),
                Attack.of(
                        "a billion laughs in the assertion",
                        new Script().plain(assertion -> laughs() + assertion.replace("Anna", "&h9;")),
                        doctype),
                Attack.of(
                        "an assertion that is too deep",
                        new Script().plain(assertion -> "<a>".repeat(100) + "</a>".repeat(100)),
                        doctype),
                Attack.of(
                        "an assertion that is no XML",
                        new Script().plain(assertion -> assertion.substring(1)),
                        doctype));
    }

    private static Attack changedBase64(String name, int index, String stopped) {
        Consumer<Element> change = response -> flip((Element)
                response.getElementsByTagNameNS(Dom.XENC, "CipherValue").item(index));
        return Attack.at(RESPONSE, name, change, stopped);
    }

    /** Another value in base64, one bit away. */
    private static void flip(Element element) {
        byte[] bytes = Base64.getDecoder().decode(element.getTextContent());
        bytes[bytes.length - 1] ^= 1;
        element.setTextContent(Base64.getEncoder().encodeToString(bytes));
    }

    static String laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE a [<!ENTITY h0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY h")
                    .append(i)
                    .append(" \"")
                    .append(("&h" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.append("]>").toString();
    }
}
