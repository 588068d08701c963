package pl.otwartagmina.api.identity;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Who may act in whose name. */
@ProviderType
public interface Mandates {
    /** The mandates that a person holds and that are in force today, by name of the principal. */
    List<Mandate> heldBy(Person agent);
}
