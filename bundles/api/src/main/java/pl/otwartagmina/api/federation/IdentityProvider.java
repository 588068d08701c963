package pl.otwartagmina.api.federation;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * A way to sign in with somebody who knows the person already (dostawca tożsamości). An integration registers one service
 * for each provider; while it is registered, the sign-in page offers it.
 *
 * <p>The integration speaks the provider's protocol and vouches for what comes of it; the portal sees to the browser, to
 * accounts and to sessions. All that comes in goes through one address of the portal, {@code /sso/<id>/…}, without cookies:
 * what belongs together is held together by the {@linkplain Errand errand}. Whether it ends in the browser in which it
 * began, the portal checks.
 *
 * <p>{@link #depart} and {@link #receive} may call the provider; they answer within ten seconds, or throw
 * {@link ProviderUnavailable}.
 */
@ConsumerType
public interface IdentityProvider {
    /** Its part of the address and of the accounts that came by it: lower-case letters, digits and {@code -}; for ever. */
    String id();

    /** Its name as the button says it, such as "login.gov.pl". */
    String name(Locale locale);

    /**
     * How surely it knows a person at its best: {@link AccessLevel#ACCOUNT} if it merely knows an account of its own,
     * {@link AccessLevel#STRONG} if it proves, anew at each sign-in, who somebody is and what their PESEL is.
     */
    AccessLevel level();

    /**
     * Sends the browser there.
     *
     * @throws ProviderUnavailable if the provider cannot be reached
     */
    Departure depart(Errand errand) throws ProviderUnavailable;

    /**
     * What the provider, or a browser that comes from it, sent to an address below {@link Errand#address}.
     *
     * @throws ProviderUnavailable if the provider has to be asked and cannot be reached
     */
    Reply receive(Inbound message) throws ProviderUnavailable;

    /**
     * Somebody who came from it signs out of the portal. Returns at once: what has to be told to the provider without the
     * browser is told afterwards.
     *
     * @param session of the {@link Proof}
     * @param back where the browser shall come back to
     * @return where the browser goes to sign out there too, empty for nowhere
     */
    default Optional<URI> signedOut(String session, URI back) {
        return Optional.empty();
    }
}
