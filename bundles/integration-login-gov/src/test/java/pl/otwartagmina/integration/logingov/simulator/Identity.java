package pl.otwartagmina.integration.logingov.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A private key with a certificate that it signed itself. */
public record Identity(PrivateKey key, X509Certificate certificate) {
    /** On the curve that login.gov.pl uses. */
    public static Identity elliptic(String name) {
        return elliptic(name, Instant.now().plus(Duration.ofDays(365)));
    }

    public static Identity elliptic(String name, Instant end) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return of(name, generator.generateKeyPair(), "SHA256withECDSA", end);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Identity rsa(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return of(
                    name,
                    generator.generateKeyPair(),
                    "SHA256withRSA",
                    Instant.now().plus(Duration.ofDays(365)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Identity of(String name, KeyPair pair, String algorithm, Instant end)
            throws GeneralSecurityException {
        X500Principal subject = new X500Principal("CN=" + name);
        try {
            return new Identity(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(new JcaX509v3CertificateBuilder(
                                            subject,
                                            BigInteger.valueOf(System.nanoTime()),
                                            Date.from(end.minus(Duration.ofDays(400))),
                                            Date.from(end),
                                            subject,
                                            pair.getPublic())
                                    .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
        } catch (OperatorCreationException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }

    /** The certificate as PEM. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a PKCS #12 file with the keys {@code signing} and {@code encryption}. */
    public static void store(Path file, String password, Identity signing, Identity encryption) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] secret = password.toCharArray();
            store.setKeyEntry("signing", signing.key(), secret, new Certificate[] {signing.certificate()});
            store.setKeyEntry("encryption", encryption.key(), secret, new Certificate[] {encryption.certificate()});
            store.store(out, secret);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
