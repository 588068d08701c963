package pl.otwartagmina.api.federation;

import java.net.URI;
import java.util.Locale;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * One try to sign in, from the click to the return.
 *
 * @param id cannot be guessed; the provider gives it back as it is ({@code state}, {@code RelayState}); 43 characters of
 *     {@code A-Z a-z 0-9 - _}
 * @param address of the portal for this provider, such as {@code https://portal.gmina.pl/sso/oidc/}, with a slash at its end
 * @param level what the person has to reach by it
 * @param anew whether the provider must ask the person again even if it knows the browser
 * @param language the language the person reads
 */
public record Errand(String id, URI address, AccessLevel level, boolean anew, Locale language) {
    public Errand {
        if (!address.getPath().endsWith("/")) {
            throw new IllegalArgumentException("The address of a provider ends with a slash: " + address);
        }
    }
}
