package pl.otwartagmina.api.privacy;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that a person may agree to, and need not (art. 7 RODO); registered as a service by the module that asks.
 *
 * <p>Never for what the gmina does by law or must do to serve: that needs no consent.
 */
@ConsumerType
public interface ConsentTopic {
    /** Module and word, such as {@code identity.news}; stays the same for ever. */
    String id();

    /** Counts up whenever the text changes in meaning; who agreed to an older one is asked anew. */
    int version();

    /** What it is about, in a few words. */
    String title(Locale language);

    /** What exactly the person agrees to, at most 2 000 characters; it is kept with the consent. */
    String text(Locale language);
}
