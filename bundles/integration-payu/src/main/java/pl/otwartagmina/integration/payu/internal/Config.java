package pl.otwartagmina.integration.payu.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code pl.otwartagmina.payu}: the gmina's point of sale (POS) at PayU. */
@ObjectClassDefinition(name = "PayU", description = "Payments by PayU, REST API 2.1")
public @interface Config {
    @AttributeDefinition(description = "Number of the point of sale (POS ID)")
    String posId();

    @AttributeDefinition(description = "client_id of the OAuth protocol; empty: as posId")
    String clientId() default "";

    @AttributeDefinition(description = "File that holds the client_secret; empty: PORTAL_PAYU_CLIENT_SECRET")
    String clientSecret__file() default "";

    @AttributeDefinition(description = "File that holds the second key; empty: PORTAL_PAYU_SECOND_KEY")
    String secondKey__file() default "";

    @AttributeDefinition(description = "Where PayU is; https://secure.snd.payu.com/ is its sandbox")
    String baseUrl() default "https://secure.payu.com/";

    @AttributeDefinition(description = "Digests with which notifications may be signed, parted by spaces")
    String algorithms() default "MD5 SHA-256 SHA-384 SHA-512";

    @AttributeDefinition(description = "Smallest payment, in PLN")
    String least() default "1.00";

    @AttributeDefinition(description = "Largest payment, in PLN")
    String most() default "50000.00";

    @AttributeDefinition(description = "Seconds that PayU has for all that one act asks of it, 1 to 19")
    int timeoutSeconds() default 15;
}
