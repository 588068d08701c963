package pl.otwartagmina.identity.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/** A phone and its browser, with a real key on P-256; what it says can be made wrong in each way. */
final class SoftAuthenticator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;

    String origin = "https://portal.modrzewiny.example";
    String site = "portal.modrzewiny.example";
    boolean verifies = true;
    int counter = 1;
    private final KeyPair key = key();
    private final byte[] id;
    private byte[] owner = {};

    SoftAuthenticator() {
        this(new byte[32]);
        new SecureRandom().nextBytes(id);
    }

    private SoftAuthenticator(byte[] id) {
        this.id = id;
    }

    /** Says all that this one says, but has not its key. */
    SoftAuthenticator withAnotherKey() {
        SoftAuthenticator copy = new SoftAuthenticator(id);
        copy.owner = owner;
        copy.counter = counter;
        return copy;
    }

    /** Answers {@code navigator.credentials.create}. */
    String create(String options) {
        JsonNode asked = read(options);
        owner = Base64.getUrlDecoder().decode(asked.at("/user/id").asText());
        byte[] client = client("webauthn.create", asked.get("challenge").asText());
        byte[] data = data(WITH_KEY, attested());
        byte[] attestation = cbor(generator -> {
            generator.writeStartObject(3);
            generator.writeStringField("fmt", "none");
            generator.writeFieldName("attStmt");
            generator.writeStartObject(0);
            generator.writeEndObject();
            generator.writeBinaryField("authData", data);
            generator.writeEndObject();
        });
        return answer(Map.of("clientDataJSON", text(client), "attestationObject", text(attestation)));
    }

    /** Answers {@code navigator.credentials.get}. */
    String get(String options) {
        byte[] client = client("webauthn.get", read(options).get("challenge").asText());
        counter++;
        byte[] data = data(0, new byte[0]);
        return answer(Map.of(
                "clientDataJSON",
                text(client),
                "authenticatorData",
                text(data),
                "signature",
                text(sign(data, sha256(client))),
                "userHandle",
                text(owner)));
    }

    private String answer(Map<String, String> response) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "id",
                    text(id),
                    "rawId",
                    text(id),
                    "type",
                    "public-key",
                    "response",
                    response,
                    "clientExtensionResults",
                    Map.of()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] client(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int flags, byte[] more) {
        return ByteBuffer.allocate(37 + more.length)
                .put(sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
                .putInt(counter)
                .put(more)
                .array();
    }

    private byte[] attested() {
        byte[] cose = cbor(generator -> {
            ECPublicKey key = (ECPublicKey) this.key.getPublic();
            generator.writeStartObject(5);
            generator.writeFieldId(1);
            generator.writeNumber(2);
            generator.writeFieldId(3);
            generator.writeNumber(-7);
            generator.writeFieldId(-1);
            generator.writeNumber(1);
            generator.writeFieldId(-2);
            generator.writeBinary(coordinate(key.getW().getAffineX()));
            generator.writeFieldId(-3);
            generator.writeBinary(coordinate(key.getW().getAffineY()));
            generator.writeEndObject();
        });
        return ByteBuffer.allocate(18 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fitting = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fitting, 32 - length, length);
        return fitting;
    }

    private byte[] sign(byte[]... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private interface Writing {
        void to(CBORGenerator generator) throws IOException;
    }

    private static byte[] cbor(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator generator = new CBORFactory().createGenerator(bytes)) {
            writing.to(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
