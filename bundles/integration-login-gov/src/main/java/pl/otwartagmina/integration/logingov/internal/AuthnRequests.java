package pl.otwartagmina.integration.logingov.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;
import pl.otwartagmina.integration.logingov.internal.xml.Signatures;

/** Asks the provider who somebody is. */
final class AuthnRequests {
    /** The least that eIDAS knows of a person; more is not asked for. */
    private static final String REQUEST =
            """
            <saml2p:AuthnRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol"
                xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:eidas="http://eidas.europa.eu/saml-extensions"
                ID="%s" Version="2.0" IssueInstant="%s" ForceAuthn="true" Destination="%s"
                AssertionConsumerServiceURL="%s"
                ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" ProviderName="%s">
              <saml2:Issuer>%s</saml2:Issuer>
              <saml2p:Extensions>
                <eidas:SPType>public</eidas:SPType>
                <eidas:RequestedAttributes>
                  <eidas:RequestedAttribute FriendlyName="FamilyName" isRequired="true"
                      Name="http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName"
                      NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>
                  <eidas:RequestedAttribute FriendlyName="FirstName" isRequired="true"
                      Name="http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName"
                      NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>
                  <eidas:RequestedAttribute FriendlyName="DateOfBirth" isRequired="true"
                      Name="http://eidas.europa.eu/attributes/naturalperson/DateOfBirth"
                      NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>
                  <eidas:RequestedAttribute FriendlyName="PersonIdentifier" isRequired="true"
                      Name="http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier"
                      NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>
                </eidas:RequestedAttributes>
              </saml2p:Extensions>
              <saml2p:NameIDPolicy AllowCreate="true" Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"/>
              <saml2p:RequestedAuthnContext Comparison="minimum">
                <saml2:AuthnContextClassRef>%s</saml2:AuthnContextClassRef>
              </saml2p:RequestedAuthnContext>
            </saml2p:AuthnRequest>
            """;

    private final Settings settings;
    private final Signatures signatures;
    private final Messages messages;
    private final PendingRequests pending;
    private final Clock clock;

    AuthnRequests(Settings settings, Signatures signatures, Messages messages, PendingRequests pending, Clock clock) {
        this.settings = settings;
        this.signatures = signatures;
        this.messages = messages;
        this.pending = pending;
        this.clock = clock;
    }

    /** By HTTP-POST: login.gov.pl takes no other binding. */
    Departure depart(Errand errand) {
        URI consumer = errand.address().resolve(LoginGovPl.CONSUMER);
        PendingRequests.Request request =
                new PendingRequests.Request(Messages.newId(), errand.id(), consumer, level(errand), clock.instant());
        String xml = SecureXml.text(signatures.sign(SecureXml.fill(
                REQUEST,
                request.id(),
                messages.now(),
                settings.singleSignOn(),
                consumer,
                settings.providerName(),
                settings.entityId(),
                request.level().uri())));
        pending.add(request);
        return new Departure.Form(
                settings.singleSignOn(),
                Map.of(
                        "SAMLRequest",
                        Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)),
                        "RelayState",
                        errand.id()));
    }

    /** An act that binds needs substantial at least, whatever the configuration says. */
    private LevelOfAssurance level(Errand errand) {
        boolean tooLow =
                errand.level() == AccessLevel.STRONG && settings.level().compareTo(LevelOfAssurance.SUBSTANTIAL) < 0;
        return tooLow ? LevelOfAssurance.SUBSTANTIAL : settings.level();
    }
}
