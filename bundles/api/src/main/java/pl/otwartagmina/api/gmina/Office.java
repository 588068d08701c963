package pl.otwartagmina.api.gmina;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import pl.otwartagmina.api.value.Nip;

/** The office (urząd gminy), as its operator has set it; asked each time, because settings change while the portal runs. */
@ProviderType
public interface Office {
    /** Name of the gmina, such as "Gmina Modrzewiny". */
    String name(Locale locale);

    /** Address of the portal as residents type it; ends with a slash. */
    URI portal();

    /** Who answers for personal data (administrator danych), such as "Wójt Gminy Modrzewiny"; empty if not set. */
    String controller();

    /** How the data protection officer (inspektor ochrony danych) is reached; empty if not set. */
    String dataProtectionOfficer();

    /** Where it is, such as "ul. Leśna 1, 12-345 Modrzewiny"; empty if not set. */
    default String address() {
        return "";
    }

    /** Its tax identification number; empty if not set. */
    default Optional<Nip> nip() {
        return Optional.empty();
    }
}
