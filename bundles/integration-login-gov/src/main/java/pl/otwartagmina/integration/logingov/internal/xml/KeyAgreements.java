package pl.otwartagmina.integration.logingov.internal.xml;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** A key that sender and receiver have computed, each from the other's public one. */
final class KeyAgreements {
    private static final int UNCOMPRESSED = 4;

    private KeyAgreements() {}

    /**
     * Elliptic-curve Diffie-Hellman with somebody's public point, on the curve of our key.
     *
     * @param encoded the point as X9.62 has it, uncompressed
     * @throws InvalidKeyException if the point is not on the curve: it would be chosen to learn something of our key
     */
    static byte[] ecdh(ECPrivateKey key, byte[] encoded) throws GeneralSecurityException {
        ECParameterSpec curve = key.getParams();
        ECPoint point = point(encoded, (curve.getOrder().bitLength() + 7) / 8);
        requireOnCurve(point, curve);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve)), true);
        return agreement.generateSecret();
    }

    /** The concatenation function of NIST SP 800-56A, 5.8.1. */
    static byte[] concatKdf(String digest, byte[] secret, byte[] otherInfo, int length)
            throws GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance(digest);
        ByteBuffer derived = ByteBuffer.allocate(length);
        for (int counter = 1; derived.hasRemaining(); counter++) {
            hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(counter).flip());
            hash.update(secret);
            byte[] block = hash.digest(otherInfo);
            derived.put(block, 0, Math.min(block.length, derived.remaining()));
        }
        return derived.array();
    }

    private static ECPoint point(byte[] encoded, int size) throws InvalidKeyException {
        if (encoded.length != 1 + 2 * size || encoded[0] != UNCOMPRESSED) {
            throw new InvalidKeyException("no uncompressed point of the curve");
        }
        return new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + size)),
                new BigInteger(1, Arrays.copyOfRange(encoded, 1 + size, encoded.length)));
    }

    private static void requireOnCurve(ECPoint point, ECParameterSpec curve) throws InvalidKeyException {
        if (!(curve.getCurve().getField() instanceof ECFieldFp field)) {
            throw new InvalidKeyException("no curve over a prime field");
        }
        BigInteger p = field.getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB());
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.multiply(y).mod(p).equals(right.mod(p))) {
            throw new InvalidKeyException("point beside the curve");
        }
    }
}
