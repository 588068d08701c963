package pl.otwartagmina.integration.payu.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.outside.Answer;
import pl.otwartagmina.outside.Conversation;
import pl.otwartagmina.outside.StrictJson;

/** The token by which PayU knows the portal (OAuth, client credentials): kept until shortly before it ends. */
final class AccessToken {
    /** A request that leaves with the token must arrive before it ends. */
    private static final Duration SHORTLY = Duration.ofSeconds(60);

    private static final String PATH = "pl/standard/user/oauth/authorize";
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");

    private record Kept(String token, Instant until) {}

    private final PointOfSale pos;
    private final Clock clock;
    private @Nullable Kept kept;

    AccessToken(PointOfSale pos, Clock clock) {
        this.pos = pos;
        this.clock = clock;
    }

    synchronized String get(Conversation conversation) throws IOException, GatewayUnavailable {
        Kept now = kept;
        if (now == null || !clock.instant().isBefore(now.until())) {
            now = fetch(conversation);
            kept = now;
        }
        return now.token();
    }

    /** PayU does not know this one any more. */
    synchronized void forget(String token) {
        if (kept != null && kept.token().equals(token)) {
            kept = null;
        }
    }

    private Kept fetch(Conversation conversation) throws IOException, GatewayUnavailable {
        String form = "grant_type=client_credentials&client_id=" + encoded(pos.clientId()) + "&client_secret="
                + encoded(pos.clientSecret());
        Answer answer = conversation.call("POST", PATH, FORM, Optional.of(form));
        if (answer.isRefusal()) {
            throw new GatewayUnavailable("PayU does not accept the portal's clientId or secret: " + answer.status());
        }
        if (!answer.isSuccess()) {
            throw new GatewayUnavailable("PayU gives no token: " + answer.status());
        }
        ObjectNode token = answer.json();
        Duration life = Duration.ofSeconds(StrictJson.needWhole(token, "expires_in"));
        return new Kept(
                StrictJson.needText(token, "access_token"),
                clock.instant().plus(life).minus(SHORTLY));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
