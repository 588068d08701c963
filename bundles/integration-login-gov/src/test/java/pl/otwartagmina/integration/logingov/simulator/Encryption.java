package pl.otwartagmina.integration.logingov.simulator;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;

/**
 * How an assertion is encrypted; by default as login.gov.pl does.
 *
 * @param content name of the algorithm for the content
 * @param bits of the content key, whatever that name says
 * @param wrap name of the algorithm for the content key
 * @param agreement name of the algorithm for the key that wraps
 * @param derivation name of the function that derives it
 * @param digest of that function
 * @param padded whether its parameters begin with the byte that counts bits of padding (XML Encryption 1.1, 5.4.1)
 */
public record Encryption(
        String content, int bits, String wrap, String agreement, String derivation, String digest, boolean padded) {
    public static final Encryption RIGHT = new Encryption(
            "http://www.w3.org/2009/xmlenc11#aes256-gcm",
            256,
            "http://www.w3.org/2001/04/xmlenc#kw-aes256",
            "http://www.w3.org/2009/xmlenc11#ECDH-ES",
            "http://www.w3.org/2009/xmlenc11#ConcatKDF",
            "http://www.w3.org/2001/04/xmlenc#sha256",
            false);

    private static final String TEMPLATE =
            """
            <saml2:EncryptedAssertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">
              <xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"
                  xmlns:xenc11="http://www.w3.org/2009/xmlenc11#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
                  xmlns:dsig11="http://www.w3.org/2009/xmldsig11#" Type="http://www.w3.org/2001/04/xmlenc#Element">
                <xenc:EncryptionMethod Algorithm="%s"/>
                <ds:KeyInfo><xenc:EncryptedKey>
                  <xenc:EncryptionMethod Algorithm="%s"/>
                  <ds:KeyInfo><xenc:AgreementMethod Algorithm="%s">
                    <xenc11:KeyDerivationMethod Algorithm="%s">
                      <xenc11:ConcatKDFParams AlgorithmID="%s" PartyUInfo="%s" PartyVInfo="%s">
                        <ds:DigestMethod Algorithm="%s"/>
                      </xenc11:ConcatKDFParams>
                    </xenc11:KeyDerivationMethod>
                    <xenc:OriginatorKeyInfo><ds:KeyValue><dsig11:ECKeyValue>
                      <dsig11:NamedCurve URI="urn:oid:1.2.840.10045.3.1.7"/>
                      <dsig11:PublicKey>%s</dsig11:PublicKey>
                    </dsig11:ECKeyValue></ds:KeyValue></xenc:OriginatorKeyInfo>
                  </xenc:AgreementMethod></ds:KeyInfo>
                  <xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData>
                </xenc:EncryptedKey></ds:KeyInfo>
                <xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData>
              </xenc:EncryptedData>
            </saml2:EncryptedAssertion>
            """;

    public Encryption content(String name, int keyBits) {
        return new Encryption(name, keyBits, wrap, agreement, derivation, digest, padded);
    }

    public Encryption wrap(String name) {
        return new Encryption(content, bits, name, agreement, derivation, digest, padded);
    }

    public Encryption agreement(String name) {
        return new Encryption(content, bits, wrap, name, derivation, digest, padded);
    }

    public Encryption derivation(String name) {
        return new Encryption(content, bits, wrap, agreement, name, digest, padded);
    }

    public Encryption digest(String name) {
        return new Encryption(content, bits, wrap, agreement, derivation, name, padded);
    }

    public Encryption asTheStandardPads() {
        return new Encryption(content, bits, wrap, agreement, derivation, digest, true);
    }

    Element encrypt(byte[] plain, ECPublicKey receiver) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(receiver.getParams());
            KeyPair ephemeral = generator.generateKeyPair();
            KeyAgreement ecdh = KeyAgreement.getInstance("ECDH");
            ecdh.init(ephemeral.getPrivate());
            ecdh.doPhase(receiver, true);

            String algorithmId = parameter(wrap);
            String partyU = parameter("simulator.login.gov.pl");
            String partyV = parameter("portal");
            byte[] contentKey = random(bits / 8);
            Cipher keyWrap = Cipher.getInstance("AESWrap");
            keyWrap.init(
                    Cipher.WRAP_MODE,
                    new SecretKeySpec(
                            derive(ecdh.generateSecret(), HexFormat.of().parseHex(algorithmId + partyU + partyV)),
                            "AES"));
            byte[] wrapped = keyWrap.wrap(new SecretKeySpec(contentKey, "AES"));
            String before = padded ? "00" : "";
            return Dom.parse(TEMPLATE.formatted(
                            content,
                            wrap,
                            agreement,
                            derivation,
                            before + algorithmId,
                            before + partyU,
                            before + partyV,
                            digest,
                            base64(point((ECPublicKey) ephemeral.getPublic())),
                            base64(wrapped),
                            base64(seal(plain, contentKey))))
                    .getDocumentElement();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] derive(byte[] secret, byte[] otherInfo) throws GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance(
                digest.endsWith("sha1") ? "SHA-1" : digest.endsWith("sha384") ? "SHA-384" : "SHA-256");
        int length = wrap.contains("128") ? 16 : 32;
        byte[] derived = new byte[0];
        for (int counter = 1; derived.length < length; counter++) {
            hash.update(ByteBuffer.allocate(4).putInt(counter).array());
            hash.update(secret);
            hash.update(otherInfo);
            byte[] block = hash.digest();
            byte[] longer = Arrays.copyOf(derived, derived.length + block.length);
            System.arraycopy(block, 0, longer, derived.length, block.length);
            derived = longer;
        }
        return Arrays.copyOf(derived, length);
    }

    private byte[] seal(byte[] plain, byte[] contentKey) throws GeneralSecurityException {
        boolean chained = content.endsWith("-cbc");
        byte[] nonce = random(chained ? 16 : 12);
        AlgorithmParameterSpec parameters = chained ? new IvParameterSpec(nonce) : new GCMParameterSpec(128, nonce);
        Cipher cipher = Cipher.getInstance(chained ? "AES/CBC/PKCS5Padding" : "AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(contentKey, "AES"), parameters);
        byte[] sealed = cipher.doFinal(plain);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Its length in four bytes, and the text. */
    private static String parameter(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "%08X".formatted(bytes.length) + HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] point(ECPublicKey key) {
        ByteBuffer point = ByteBuffer.allocate(65).put((byte) 4);
        for (BigInteger number :
                new BigInteger[] {key.getW().getAffineX(), key.getW().getAffineY()}) {
            byte[] bytes = number.toByteArray();
            byte[] fixed = new byte[32];
            int from = Math.max(0, bytes.length - 32);
            System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
            point.put(fixed);
        }
        return point.array();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
