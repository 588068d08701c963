package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * What the operator wrote about one provider, checked.
 *
 * @param names by language; that of the empty language stands for all others
 * @param acrValues authentication contexts that are strong, empty if each is
 */
record Settings(
        String id,
        Map<String, String> names,
        Issuer issuer,
        ClientID clientId,
        Secret secret,
        Scope scopes,
        AccessLevel level,
        String peselClaim,
        List<String> acrValues,
        Duration timeout) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 40;
    private static final int MOST_SECONDS = 9;

    Settings {
        require(ID.matcher(id).matches() && id.length() <= LONGEST_ID, "id", "is a-z, 0-9 and -, at most 40", id);
        Addresses.require("issuer of " + OidcProvider.PID, URI.create(issuer.getValue()));
        require(scopes.contains("openid"), "scopes", "must have openid", scopes.toString());
        require(
                peselClaim.isEmpty() || level == AccessLevel.STRONG,
                "peselClaim",
                "is for level = strong only: what is merely typed in at the provider proves nothing",
                peselClaim);
        require(
                timeout.toSeconds() >= 1 && timeout.toSeconds() <= MOST_SECONDS,
                "timeoutSeconds",
                "must be from 1 to 9",
                String.valueOf(timeout.toSeconds()));
        names = Map.copyOf(names);
        acrValues = List.copyOf(acrValues);
    }

    /**
     * @param environment where the secret is if no file is named
     * @throws IllegalArgumentException telling which setting is wrong
     */
    static Settings of(Config config, Map<String, String> environment) throws IOException {
        return new Settings(
                said("id", config.id()),
                Map.of("", said("name", config.name()), "uk", config.nameUk(), "en", config.nameEn()),
                new Issuer(said("issuer", config.issuer())),
                new ClientID(said("clientId", config.clientId())),
                secret(config, environment),
                Scope.parse(config.scopes()),
                level(config.level()),
                config.peselClaim().strip(),
                Pattern.compile(" +")
                        .splitAsStream(config.acrValues().strip())
                        .filter(value -> !value.isEmpty())
                        .toList(),
                Duration.ofSeconds(config.timeoutSeconds()));
    }

    /** A setting without a default: what the file does not say is null. */
    private static String said(String setting, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        require(!text.isEmpty(), setting, "must not be empty", "");
        return text;
    }

    private static Secret secret(Config config, Map<String, String> environment) throws IOException {
        String variable =
                "PORTAL_OIDC_SECRET_" + config.id().toUpperCase(Locale.ROOT).replace('-', '_');
        String secret = config.secret__file().isBlank()
                ? environment.getOrDefault(variable, "")
                : Files.readString(Path.of(config.secret__file().strip())).strip();
        require(!secret.isEmpty(), "secret_file", "names no file with the secret, and " + variable + " is empty", "");
        return new Secret(secret);
    }

    private static AccessLevel level(String word) {
        return switch (word.strip()) {
            case "account" -> AccessLevel.ACCOUNT;
            case "strong" -> AccessLevel.STRONG;
            default ->
                throw new IllegalArgumentException(
                        "level of " + OidcProvider.PID + " must be account or strong, not " + word);
        };
    }

    private static void require(boolean right, String setting, String rule, String value) {
        if (!right) {
            throw new IllegalArgumentException(
                    setting + " of " + OidcProvider.PID + " " + rule + (value.isEmpty() ? "" : ", not " + value));
        }
    }

    String name(Locale locale) {
        String name = names.getOrDefault(locale.getLanguage(), "");
        return name.isBlank() ? names.getOrDefault("", id) : name;
    }

    @Override
    public String toString() {
        return "Settings[" + id + ", " + issuer + "]";
    }
}
