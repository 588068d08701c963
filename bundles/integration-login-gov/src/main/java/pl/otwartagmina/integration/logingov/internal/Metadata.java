package pl.otwartagmina.integration.logingov.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import pl.otwartagmina.integration.logingov.internal.xml.KeyRing;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;

/** What the portal tells about itself as a service provider (SAML metadata, 2.4.4). */
final class Metadata {
    private static final String DESCRIPTOR =
            """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
                xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="%s">
              <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="false"
                  protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:KeyDescriptor use="signing">
                  <ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
                </md:KeyDescriptor>
                <md:KeyDescriptor use="encryption">
                  <ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
                  <md:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>
                </md:KeyDescriptor>
                <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="%s"/>
                <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>
                <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"
                    Location="%s" index="0" isDefault="true"/>
              </md:SPSSODescriptor>
            </md:EntityDescriptor>
            """;

    private final Settings settings;
    private final KeyRing keys;

    Metadata(Settings settings, KeyRing keys) {
        this.settings = settings;
        this.keys = keys;
    }

    byte[] at(URI address) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + SecureXml.text(SecureXml.fill(
                                DESCRIPTOR,
                                settings.entityId(),
                                base64(keys.signing()),
                                base64(keys.decryption()),
                                address.resolve(LoginGovPl.LOGOUT),
                                address.resolve(LoginGovPl.CONSUMER))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(KeyRing.Pair pair) {
        try {
            return Base64.getEncoder().encodeToString(pair.certificate().getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
