package pl.otwartagmina.api.identity;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts of this portal. Registered once their tables are there; without accounts there is no portal. */
@ProviderType
public interface Accounts {
    /** From now on the portal speaks, and writes, to the person in this language. */
    void chooseLanguage(String id, Locale language);
}
