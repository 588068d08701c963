package pl.otwartagmina.api.identity;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Phones that their owners have paired with their accounts (sparowane urządzenia). */
@ProviderType
public interface PairedDevices {
    /**
     * What unlocks the portal on a paired phone, for the sign-in page.
     *
     * @param visitor who stands before the page
     * @param welcome gets the owner once the phone is unlocked, in the request that unlocked it
     * @return empty where the browser that asks is not paired
     */
    Optional<Component> unlocking(Acting visitor, Consumer<Person> welcome);
}
