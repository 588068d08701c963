package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.module.AccessLevel;

/** The portal's side and the provider's, on one clock. */
final class Scene implements AutoCloseable {
    static final URI ADDRESS = URI.create("https://portal.gmina.pl/sso/office/");
    static final Errand ERRAND = errand("e".repeat(43));

    final MovableClock clock = new MovableClock();
    final FakeProvider fake = new FakeProvider(clock);
    Errand errand = ERRAND;
    AccessLevel level = AccessLevel.ACCOUNT;
    String peselClaim = "";
    List<String> acrValues = List.of();
    String issuer = fake.issuer();
    /** What happens to the answer on its way through the browser. */
    UnaryOperator<Map<String, List<String>>> browser = UnaryOperator.identity();

    Scene() throws IOException {}

    static Errand errand(String id) {
        return new Errand(id, ADDRESS, AccessLevel.ACCOUNT, false, Locale.forLanguageTag("uk"));
    }

    Errand anew() {
        return new Errand(errand.id(), ADDRESS, errand.level(), true, errand.language());
    }

    Errand strong() {
        return new Errand(errand.id(), ADDRESS, AccessLevel.STRONG, false, errand.language());
    }

    OidcProvider provider() {
        return new OidcProvider(
                new Settings(
                        "office",
                        Map.of("", "Konto urzędu", "en", "Office account"),
                        new Issuer(issuer),
                        new ClientID(Token.PORTAL),
                        new Secret(FakeProvider.SECRET),
                        Scope.parse("openid profile email"),
                        level,
                        peselClaim,
                        acrValues,
                        Duration.ofSeconds(1)),
                clock);
    }

    /** There and back. */
    Reply signIn(OidcProvider provider) throws ProviderUnavailable {
        return provider.receive(back(browser.apply(fake.signIn(depart(provider)))));
    }

    URI depart(OidcProvider provider) throws ProviderUnavailable {
        return ((Departure.Redirect) provider.depart(errand)).address();
    }

    static Inbound back(Map<String, List<String>> parameters) {
        return new Inbound("GET", ADDRESS, "return", parameters, new byte[0]);
    }

    static Inbound logout(String token) {
        return new Inbound("POST", ADDRESS, "backchannel", Map.of("logout_token", List.of(token)), new byte[0]);
    }

    static UnaryOperator<Map<String, List<String>>> setting(String name, String... values) {
        return parameters -> {
            Map<String, List<String>> changed = new HashMap<>(parameters);
            changed.put(name, List.of(values));
            return changed;
        };
    }

    static UnaryOperator<Map<String, List<String>>> dropping(String name) {
        return parameters -> {
            Map<String, List<String>> changed = new HashMap<>(parameters);
            changed.remove(name);
            return changed;
        };
    }

    @Override
    public void close() {
        fake.close();
    }
}
