package pl.otwartagmina.api.privacy;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What one module knows of people; registered as a service. While it is there, "Moje dane" shows, exports and erases with it.
 *
 * <p>All methods may be slow or fail: they are called on threads of their own, for a few seconds at most, and a section that
 * does not answer is named as missing.
 */
@ConsumerType
public interface PrivacySection {
    /** Id of the module. One module has one section. */
    String module();

    /** What the part of this module is called, such as "Zobowiązania i wpłaty". */
    String title(Locale language);

    /** All that the module holds of the person (art. 15 and 20 RODO), in full; empty if it holds nothing. */
    List<DataGroup> export(Subject subject, Locale language);

    /** What {@link #erase} would erase now, one line for each kind of data; empty if there is nothing. */
    List<String> erasable(Subject subject, Locale language);

    /** What the law keeps from being erased (art. 17 (3) RODO), why and until when. */
    default List<Retention> retained(Subject subject, Locale language) {
        return List.of();
    }

    /**
     * Erases all that no law keeps, or takes from it whose it was. In one transaction; done twice it does no harm, because
     * it is called again when something else has failed.
     */
    void erase(Subject subject);
}
