package pl.otwartagmina.integration.logingov.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of the portal, and the certificates by which it knows the provider.
 *
 * @param signing what the portal signs with
 * @param decryption what assertions are encrypted for
 * @param provider by any of these the provider may sign; several while it changes from one to the next
 */
public record KeyRing(Pair signing, Pair decryption, List<X509Certificate> provider) {
    public KeyRing {
        provider = List.copyOf(provider);
        if (provider.isEmpty()) {
            throw new IllegalArgumentException("The file of the provider's certificates holds none");
        }
        for (X509Certificate certificate : provider) {
            if (!(certificate.getPublicKey() instanceof ECPublicKey)) {
                throw new IllegalArgumentException("login.gov.pl signs with elliptic curves, but a certificate of "
                        + certificate.getSubjectX500Principal() + " has another key");
            }
        }
    }

    /** A private key with its certificate. */
    public record Pair(ECPrivateKey key, X509Certificate certificate) {
        @Override
        public String toString() {
            return "Pair[" + certificate.getSubjectX500Principal() + "]";
        }
    }

    /**
     * Reads the files.
     *
     * @param store PKCS #12
     * @param certificates of the provider, PEM
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a key is missing or of another kind
     */
    public static KeyRing load(Path store, char[] password, String signing, String decryption, Path certificates)
            throws IOException {
        try (InputStream in = Files.newInputStream(store);
                InputStream pem = Files.newInputStream(certificates)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            List<X509Certificate> trusted = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .forEach(certificate -> trusted.add((X509Certificate) certificate));
            return new KeyRing(pair(keys, signing, password), pair(keys, decryption, password), trusted);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(store + " or " + certificates + " cannot be used", unusable);
        }
    }

    private static Pair pair(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        if (store.getKey(alias, password) instanceof ECPrivateKey key
                && store.getCertificate(alias) instanceof X509Certificate certificate) {
            return new Pair(key, certificate);
        }
        throw new IllegalArgumentException("The key store has no elliptic-curve key with a certificate named " + alias);
    }
}
