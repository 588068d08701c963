package pl.otwartagmina.integration.logingov.internal.xml;

import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.ASSERTION;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.DS;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.DS11;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.XENC;
import static pl.otwartagmina.integration.logingov.internal.xml.Namespaces.XENC11;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;

/**
 * Decrypts assertions: ECDH-ES with an ephemeral key, ConcatKDF, AES key wrap, AES-GCM, and nothing else.
 *
 * <p>Not by Santuario's XMLCipher: it reads the parameters of ConcatKDF as XML Encryption 1.1 says, where the first byte
 * counts bits of padding; login.gov.pl writes no such byte and derives the key from all that stands there. Both readings
 * are tried here; the key wrap tells which of them is right.
 */
public final class Decryption {
    private static final String EPHEMERAL_STATIC = XENC11 + "ECDH-ES";
    private static final String CONCAT_KDF = XENC11 + "ConcatKDF";
    private static final Map<String, Integer> KEY_WRAPS =
            Map.of(XENC + "kw-aes128", 16, XENC + "kw-aes192", 24, XENC + "kw-aes256", 32);
    private static final Map<String, String> DIGESTS = Map.of(
            XENC + "sha256",
            "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "SHA-384",
            XENC + "sha512",
            "SHA-512");
    private static final Map<String, Integer> CONTENT =
            Map.of(XENC11 + "aes128-gcm", 128, XENC11 + "aes192-gcm", 192, XENC11 + "aes256-gcm", 256);
    private static final List<String> PARAMETERS =
            List.of("AlgorithmID", "PartyUInfo", "PartyVInfo", "SuppPubInfo", "SuppPrivInfo");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final ECPrivateKey key;

    public Decryption(ECPrivateKey key) {
        this.key = key;
    }

    /** The assertion, root of a document of its own. */
    public Element decrypt(Element encryptedAssertion) throws Rejected {
        Element data = SecureXml.only(encryptedAssertion, XENC, "EncryptedData");
        chosen(SecureXml.only(data, XENC, "EncryptionMethod"), CONTENT);
        byte[] plain = open(cipherValue(data), contentKey(encryptedKey(encryptedAssertion, data)));
        Element assertion = SecureXml.parse(plain).getDocumentElement();
        if (!SecureXml.is(assertion, ASSERTION, "Assertion")) {
            throw new Rejected("something else than an assertion was encrypted");
        }
        return assertion;
    }

    /** SAML allows it inside of the data's KeyInfo, and beside the data. */
    private static Element encryptedKey(Element encryptedAssertion, Element data) throws Rejected {
        List<Element> found = new ArrayList<>(SecureXml.children(encryptedAssertion, XENC, "EncryptedKey"));
        for (Element info : SecureXml.children(data, DS, "KeyInfo")) {
            found.addAll(SecureXml.children(info, XENC, "EncryptedKey"));
        }
        if (found.size() != 1) {
            throw new Rejected(found.size() + " encrypted keys");
        }
        return found.get(0);
    }

    private Key contentKey(Element encryptedKey) throws Rejected {
        int length = chosen(SecureXml.only(encryptedKey, XENC, "EncryptionMethod"), KEY_WRAPS);
        Element agreement = SecureXml.only(SecureXml.only(encryptedKey, DS, "KeyInfo"), XENC, "AgreementMethod");
        requireAlgorithm(agreement, EPHEMERAL_STATIC);
        Element derivation = SecureXml.only(agreement, XENC11, "KeyDerivationMethod");
        requireAlgorithm(derivation, CONCAT_KDF);
        Element parameters = SecureXml.only(derivation, XENC11, "ConcatKDFParams");
        String digest = chosen(SecureXml.only(parameters, DS, "DigestMethod"), DIGESTS);
        byte[] wrapped = cipherValue(encryptedKey);
        try {
            byte[] secret = KeyAgreements.ecdh(key, ephemeralPoint(agreement));
            for (int padding : new int[] {0, 1}) {
                byte[] wrapping = KeyAgreements.concatKdf(digest, secret, otherInfo(parameters, padding), length);
                Optional<Key> unwrapped = unwrap(wrapped, wrapping);
                if (unwrapped.isPresent()) {
                    return unwrapped.get();
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new Rejected("ephemeral key that cannot be used", unusable);
        }
        throw new Rejected("content key that was not encrypted for the portal");
    }

    /** The key, unless it was wrapped with another: the wrap has a check of its own (RFC 3394, 2.2.3). */
    private static Optional<Key> unwrap(byte[] wrapped, byte[] wrapping) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrapping, "AES"));
        try {
            return Optional.of(cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY));
        } catch (InvalidKeyException wrappedWithAnother) {
            return Optional.empty();
        }
    }

    private static byte[] ephemeralPoint(Element agreement) throws Rejected {
        Element value = SecureXml.only(
                SecureXml.only(SecureXml.only(agreement, XENC, "OriginatorKeyInfo"), DS, "KeyValue"),
                DS11,
                "ECKeyValue");
        return base64(SecureXml.only(value, DS11, "PublicKey"));
    }

    private static byte[] otherInfo(Element parameters, int padding) throws Rejected {
        StringBuilder hex = new StringBuilder();
        for (String name : PARAMETERS) {
            String value = parameters.getAttribute(name).strip();
            hex.append(value, Math.min(2 * padding, value.length()), value.length());
        }
        return HexFormat.of().parseHex(hex);
    }

    /** The size of the key is the data's: production was seen to send 128 bits under the name of aes256-gcm. */
    private static byte[] open(byte[] encrypted, Key contentKey) throws Rejected {
        if (encrypted.length < NONCE) {
            throw new Rejected("ciphertext without a nonce");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, contentKey, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(encrypted, NONCE)));
            return cipher.doFinal(encrypted, NONCE, encrypted.length - NONCE);
        } catch (GeneralSecurityException changed) {
            throw new Rejected("ciphertext that was changed", changed);
        }
    }

    private static byte[] cipherValue(Element encrypted) throws Rejected {
        return base64(SecureXml.only(encrypted, XENC, "CipherData", "CipherValue"));
    }

    private static byte[] base64(Element element) throws Rejected {
        try {
            return Base64.getMimeDecoder().decode(SecureXml.content(element));
        } catch (IllegalArgumentException malformed) {
            throw new Rejected("no base64 in " + element.getLocalName(), malformed);
        }
    }

    private static void requireAlgorithm(Element method, String allowed) throws Rejected {
        chosen(method, Map.of(allowed, allowed));
    }

    private static <V> V chosen(Element method, Map<String, V> allowed) throws Rejected {
        return Optional.ofNullable(allowed.get(method.getAttribute("Algorithm")))
                .orElseThrow(() -> new Rejected("algorithm outside of the allow-list for " + method.getLocalName()));
    }
}
