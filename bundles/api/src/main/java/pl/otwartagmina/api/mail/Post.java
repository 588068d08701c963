package pl.otwartagmina.api.mail;

import org.osgi.annotation.versioning.ProviderType;
import pl.otwartagmina.api.data.Unit;

/** Sends letters: they are kept with the transaction that writes them and leave once it has committed. */
@ProviderType
public interface Post {
    /**
     * Hands over a letter within the transaction that runs in {@code unit}, or in one of its own. Without a transaction
     * committed nothing is sent; with it the letter leaves, be it later, even if the portal is stopped meanwhile. In rare
     * cases it leaves twice.
     */
    void send(Unit unit, Letter letter);
}
