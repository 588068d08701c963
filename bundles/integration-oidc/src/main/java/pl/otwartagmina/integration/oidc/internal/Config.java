package pl.otwartagmina.integration.oidc.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code pl.otwartagmina.oidc-<any name>}, one file for each provider. */
@ObjectClassDefinition(name = "OpenID Connect provider", description = "A way to sign in to the portal")
public @interface Config {
    @AttributeDefinition(description = "Its name in addresses and accounts: a-z, 0-9 and -; never to be changed")
    String id();

    @AttributeDefinition(description = "What the button says")
    String name();

    @AttributeDefinition(description = "What the button says in Ukrainian; empty: as name")
    String nameUk() default "";

    @AttributeDefinition(description = "What the button says in English; empty: as name")
    String nameEn() default "";

    @AttributeDefinition(description = "The issuer, letter by letter as the provider writes it")
    String issuer();

    @AttributeDefinition(description = "Under which name the provider knows the portal")
    String clientId();

    @AttributeDefinition(description = "File that holds the secret; empty: PORTAL_OIDC_SECRET_ and the id in capitals")
    String secret__file() default "";

    @AttributeDefinition(description = "What the provider is asked for, parted by spaces")
    String scopes() default "openid profile email";

    @AttributeDefinition(description = "account, or strong: the gmina trusts this provider to prove who somebody is")
    String level() default "account";

    @AttributeDefinition(description = "Claim that holds the PESEL, of a strong provider only; empty: none")
    String peselClaim() default "";

    @AttributeDefinition(description = "Authentication contexts (acr) that are strong, parted by spaces; empty: all")
    String acrValues() default "";

    @AttributeDefinition(description = "Seconds that the provider has to answer, 1 to 9")
    int timeoutSeconds() default 8;
}
