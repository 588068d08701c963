package pl.otwartagmina.integration.przelewy24.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import pl.otwartagmina.api.gateway.Terms;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.OutsideSystem;
import pl.otwartagmina.outside.Settings;

/** The gmina's account at Przelewy24, as the operator described it, checked. */
record Merchant(
        long merchantId,
        long posId,
        String reportsKey,
        String crc,
        String email,
        URI base,
        int channels,
        Terms terms,
        Duration limit) {
    /** @throws IllegalArgumentException telling which setting is wrong */
    static Merchant of(Config config, Map<String, String> environment) throws IOException {
        Settings settings = new Settings(Przelewy24Payments.PID, environment);
        String merchantId = settings.need("merchantId", config.merchantId());
        String posId = config.posId().isBlank() ? merchantId : config.posId().strip();
        String email = settings.need("email", config.email());
        settings.require(merchantId.matches("\\d{1,12}"), "merchantId", "is a number");
        settings.require(posId.matches("\\d{1,12}"), "posId", "is a number");
        settings.require(EmailAddress.isValid(email) && email.length() <= 50, "email", "is an address of at most 50");
        settings.require(config.channels() >= 0, "channels", "is a sum of channels");
        return new Merchant(
                Long.parseLong(merchantId),
                Long.parseLong(posId),
                settings.secret("reportsKey_file", config.reportsKey__file(), "PORTAL_P24_REPORTS_KEY"),
                settings.secret("crc_file", config.crc__file(), "PORTAL_P24_CRC"),
                email,
                OutsideSystem.address("baseUrl of " + Przelewy24Payments.PID, config.baseUrl()),
                config.channels(),
                // Przelewy24 pays out to one account of the gmina
                new Terms(
                        Money.of(config.least().strip()), Money.of(config.most().strip()), false),
                settings.seconds("timeoutSeconds", config.timeoutSeconds()));
    }

    /** HTTP Basic. */
    String authorization() {
        return "Basic "
                + Base64.getEncoder().encodeToString((posId + ":" + reportsKey).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Merchant[" + merchantId + "]";
    }
}
