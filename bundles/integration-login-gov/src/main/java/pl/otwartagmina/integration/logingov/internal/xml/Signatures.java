package pl.otwartagmina.integration.logingov.internal.xml;

import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.ASSERTION;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.DS;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.Constants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * XML signatures of SAML messages: enveloped, by elliptic curves, exclusively canonicalised.
 *
 * <p>What is verified is an element that the caller holds, never one that a signature points at: a forged message moved
 * beside or around a signed one (signature wrapping) has no signature of its own, and that is all that is looked at.
 */
public final class Signatures {
    private static final String EXCLUSIVE = Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS;
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final Set<String> METHODS = Set.of(
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256,
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA384,
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA512);
    private static final Set<String> DIGESTS =
            Set.of(SHA256, "http://www.w3.org/2001/04/xmldsig-more#sha384", "http://www.w3.org/2001/04/xmlenc#sha512");

    static {
        // the library looks for its own classes through the context class loader first, and that is anybody's
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Init.class.getClassLoader());
        try {
            Init.init();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private final KeyRing keys;
    private final Clock clock;

    public Signatures(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Signs the root of a message; the signature goes where SAML's schema wants it, behind the issuer. */
    public Document sign(Document message) {
        Element root = message.getDocumentElement();
        root.setIdAttribute("ID", true);
        try {
            XMLSignature signature =
                    new XMLSignature(message, "", XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256, EXCLUSIVE);
            Element issuer = SecureXml.only(root, ASSERTION, "Issuer");
            root.insertBefore(signature.getElement(), issuer.getNextSibling());
            Transforms transforms = new Transforms(message);
            transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
            transforms.addTransform(EXCLUSIVE);
            signature.addDocument("#" + root.getAttribute("ID"), transforms, SHA256);
            signature.addKeyInfo(keys.signing().certificate());
            signature.sign(keys.signing().key());
            return message;
        } catch (XMLSecurityException | Rejected unusable) {
            throw new IllegalStateException("The portal's key cannot sign", unusable);
        }
    }

    /**
     * Checks that the provider signed this element, all of it.
     *
     * @throws Rejected if it has no signature, several, one by somebody else or of another kind
     */
    public void verify(Element message) throws Rejected {
        Element signature = SecureXml.only(message, DS, "Signature");
        requireKnownKind(signature, message.getAttribute("ID"));
        requireUnique(message);
        message.setIdAttribute("ID", true);
        try {
            XMLSignature read = new XMLSignature(signature, "", true);
            for (X509Certificate certificate : keys.provider()) {
                if (isInForce(certificate) && read.checkSignatureValue(certificate.getPublicKey())) {
                    if (read.getSignedInfo()
                                    .item(0)
                                    .getContentsBeforeTransformation()
                                    .getSubNode()
                            != message) {
                        throw new Rejected("signature of another element");
                    }
                    return;
                }
            }
        } catch (XMLSecurityException unreadable) {
            throw new Rejected("signature that cannot be read", unreadable);
        }
        throw new Rejected("signature that no certificate of the provider in force confirms");
    }

    /** Signatures anywhere in the document but directly below these elements are none that somebody has checked. */
    public static void requireNoOthers(Document document, List<Element> verified) throws Rejected {
        NodeList all = document.getElementsByTagNameNS(DS, "Signature");
        for (int i = 0; i < all.getLength(); i++) {
            Node parent = all.item(i).getParentNode();
            if (verified.stream().noneMatch(element -> element == parent)) {
                throw new Rejected("signature in a place where none belongs");
            }
        }
    }

    private boolean isInForce(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateException expired) {
            return false;
        }
    }

    /** Everything that could widen or move what is signed is refused before anything is computed. */
    private static void requireKnownKind(Element signature, String id) throws Rejected {
        if (SecureXml.child(signature, DS, "Object").isPresent()) {
            throw new Rejected("signature with an Object");
        }
        Element info = SecureXml.only(signature, DS, "SignedInfo");
        requireAlgorithm(SecureXml.only(info, DS, "CanonicalizationMethod"), Set.of(EXCLUSIVE));
        requireAlgorithm(SecureXml.only(info, DS, "SignatureMethod"), METHODS);
        Element reference = SecureXml.only(info, DS, "Reference");
        if (id.isEmpty() || !reference.getAttribute("URI").equals("#" + id)) {
            throw new Rejected("signature of another element");
        }
        requireAlgorithm(SecureXml.only(reference, DS, "DigestMethod"), DIGESTS);
        List<String> transforms =
                SecureXml.children(SecureXml.only(reference, DS, "Transforms"), DS, "Transform").stream()
                        .map(transform -> transform.getAttribute("Algorithm"))
                        .toList();
        if (!transforms.equals(List.of(Transforms.TRANSFORM_ENVELOPED_SIGNATURE, EXCLUSIVE))) {
            throw new Rejected("signature with other transforms than enveloped and exclusive canonicalisation");
        }
    }

    private static void requireAlgorithm(Element method, Set<String> allowed) throws Rejected {
        if (!allowed.contains(method.getAttribute("Algorithm"))) {
            throw new Rejected("algorithm outside of the allow-list for " + method.getLocalName());
        }
    }

    /** Two elements of one id: which of them was signed would be a guess. */
    private static void requireUnique(Element message) throws Rejected {
        String id = message.getAttribute("ID");
        NodeList all = message.getOwnerDocument().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            NamedNodeMap attributes = all.item(i).getAttributes();
            for (int a = 0; a < attributes.getLength() && all.item(i) != message; a++) {
                Attr attribute = (Attr) attributes.item(a);
                if (isId(attribute) && attribute.getValue().equals(id)) {
                    throw new Rejected("several elements of one ID");
                }
            }
        }
    }

    private static boolean isId(Attr attribute) {
        return !Constants.NamespaceSpecNS.equals(attribute.getNamespaceURI())
                && attribute.getLocalName() != null
                && attribute.getLocalName().equalsIgnoreCase("id");
    }
}
