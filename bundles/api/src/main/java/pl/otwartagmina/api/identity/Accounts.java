package pl.otwartagmina.api.identity;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts of this portal. Registered once their tables are there; without accounts there is no portal. */
@ProviderType
public interface Accounts {
    /** From now on the portal speaks, and writes, to the person in this language. */
    void chooseLanguage(String id, Locale language);

    /** What the owner wants to be seen by: a square JPEG of 256 pixels; empty for initials. */
    Optional<byte[]> picture(String id);

    /**
     * How letters reach the owner of an account.
     *
     * @return empty if there is no such account, or nobody uses it: it is not confirmed yet, or closed
     */
    Optional<Addressee> addressee(String id);
}
