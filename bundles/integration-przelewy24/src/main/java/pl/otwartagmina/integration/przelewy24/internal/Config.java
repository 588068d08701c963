package pl.otwartagmina.integration.przelewy24.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code pl.otwartagmina.przelewy24}: the gmina's account at Przelewy24. */
@ObjectClassDefinition(name = "Przelewy24", description = "Payments by Przelewy24, REST API v1")
public @interface Config {
    @AttributeDefinition(description = "Number of the account at Przelewy24 (merchantId)")
    String merchantId();

    @AttributeDefinition(description = "Number of the shop (posId); empty: as merchantId")
    String posId() default "";

    @AttributeDefinition(
            description = "File that holds the key for reports (klucz do raportów); empty: PORTAL_P24_REPORTS_KEY")
    String reportsKey__file() default "";

    @AttributeDefinition(description = "File that holds the CRC key; empty: PORTAL_P24_CRC")
    String crc__file() default "";

    @AttributeDefinition(description = "E-mail address that is given for payers who have none: Przelewy24 wants one")
    String email();

    @AttributeDefinition(description = "Where Przelewy24 is; https://sandbox.przelewy24.pl/ is its sandbox")
    String baseUrl() default "https://secure.przelewy24.pl/";

    @AttributeDefinition(
            description =
                    "Ways to pay, added up: 1 cards, 2 transfers, 64 pay-by-link, 256 wallets, 8192 BLIK; 0: as agreed")
    int channels() default 0;

    @AttributeDefinition(description = "Smallest payment, in PLN")
    String least() default "1.00";

    @AttributeDefinition(description = "Largest payment, in PLN")
    String most() default "50000.00";

    @AttributeDefinition(description = "Seconds that Przelewy24 has for all that one act asks of it, 1 to 19")
    int timeoutSeconds() default 15;
}
