package pl.otwartagmina.api.federation;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The identity providers that there are now. */
@ProviderType
public interface IdentityProviders {
    /** Address, without a leading slash, that begins to sign in with a provider: this and its id. */
    String ADDRESS = "logowanie/przez/";

    /** Those that know people most surely first, then by id. */
    List<IdentityProvider> all();

    /** The one of this id. */
    Optional<IdentityProvider> find(String id);
}
