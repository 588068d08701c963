package pl.otwartagmina.integration.logingov.simulator;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;

/** How a message is signed; right by default. */
public record Signing(
        Identity identity, String method, String digest, String canonicalization, List<String> transforms) {
    private static final XMLSignatureFactory XML = XMLSignatureFactory.getInstance("DOM");
    private static final String ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    public static Signing with(Identity identity) {
        return new Signing(
                identity,
                ECDSA_SHA256,
                SHA256,
                CanonicalizationMethod.EXCLUSIVE,
                List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE));
    }

    public Signing by(Identity other) {
        return new Signing(other, method, digest, canonicalization, transforms);
    }

    public Signing method(String other) {
        return new Signing(identity, other, digest, canonicalization, transforms);
    }

    public Signing digest(String other) {
        return new Signing(identity, method, other, canonicalization, transforms);
    }

    public Signing canonicalization(String other) {
        return new Signing(identity, method, digest, other, transforms);
    }

    public Signing transforms(String... others) {
        return new Signing(identity, method, digest, canonicalization, List.of(others));
    }

    /** Signs an element with an attribute ID, behind its issuer. */
    public void sign(Element element) {
        element.setIdAttribute("ID", true);
        try {
            List<Transform> applied = new ArrayList<>();
            for (String transform : transforms) {
                // the list of prefixes that login.gov.pl writes
                applied.add(XML.newTransform(
                        transform,
                        transform.equals(CanonicalizationMethod.EXCLUSIVE)
                                ? new ExcC14NParameterSpec(List.of("ds", "saml2", "saml2p", "xenc"))
                                : (TransformParameterSpec) null));
            }
            Reference reference = XML.newReference(
                    "#" + element.getAttribute("ID"), XML.newDigestMethod(digest, null), applied, null, null);
            KeyInfoFactory keyInfo = XML.getKeyInfoFactory();
            XMLSignature signature = XML.newXMLSignature(
                    XML.newSignedInfo(
                            XML.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null),
                            XML.newSignatureMethod(method, null),
                            List.of(reference)),
                    keyInfo.newKeyInfo(List.of(keyInfo.newX509Data(List.of(identity.certificate())))));
            DOMSignContext context = new DOMSignContext(
                    identity.key(),
                    element,
                    Dom.find(element, Dom.SAML, "Issuer").getNextSibling());
            context.setDefaultNamespacePrefix("ds");
            signature.sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the element has a signature of this key over all of itself. */
    public static boolean isSigned(Element element, PublicKey key) {
        element.setIdAttribute("ID", true);
        try {
            DOMValidateContext context = new DOMValidateContext(key, Dom.find(element, Dom.DS, "Signature"));
            XMLSignature signature = XML.unmarshalXMLSignature(context);
            Reference reference = signature.getSignedInfo().getReferences().get(0);
            return reference.getURI().equals("#" + element.getAttribute("ID"))
                    && signature
                            .getSignedInfo()
                            .getSignatureMethod()
                            .getAlgorithm()
                            .equals(ECDSA_SHA256)
                    && signature.validate(context);
        } catch (MarshalException | XMLSignatureException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
