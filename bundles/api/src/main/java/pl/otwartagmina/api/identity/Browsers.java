package pl.otwartagmina.api.identity;

import org.osgi.annotation.versioning.ProviderType;

/** The browsers in which accounts are used, so that an owner learns of a sign-in in one that is new. */
@ProviderType
public interface Browsers {
    /**
     * Somebody has signed in.
     *
     * @param secret kept by this browser alone, the same at each sign-in; at least 128 random bits
     * @param device the browser's own name of itself (User-Agent)
     */
    void signedIn(Person person, String secret, String device, Origin origin);
}
