package pl.otwartagmina.api.identity;

import org.osgi.annotation.versioning.ProviderType;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Pesel;

/** Turns the numbers of the law into the portal's keys; the same number gives the same key, for ever. */
@ProviderType
public interface PartyKeys {
    /** The key of a person. */
    PartyKey of(Pesel pesel);

    /** The key of a company or of a person in business. */
    PartyKey of(Nip nip);
}
