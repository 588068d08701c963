package pl.otwartagmina.api.audit;

import org.osgi.annotation.versioning.ProviderType;
import pl.otwartagmina.api.data.Unit;

/**
 * The portal's audit trail (rozliczalność, § 21 KRI): only ever added to, and sealed by a chain of hashes, so that a record
 * changed or taken out is found.
 */
@ProviderType
public interface Audit {
    /**
     * Adds a record within the transaction that runs in {@code unit}, or in one of its own: the act and its record are
     * there together or not at all.
     */
    void record(Unit unit, AuditRecord act);
}
