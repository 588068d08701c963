package pl.otwartagmina.api.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Checks a user name and password. Registered while accounts with passwords exist in this portal. */
@ProviderType
public interface SignIn {
    /**
     * The person, or empty where name and password do not fit; it does not tell which of the two is wrong.
     *
     * @param password cleared by the caller
     */
    Optional<Person> signIn(String userName, char[] password);
}
