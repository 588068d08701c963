package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.identity.internal.AccountApplication;
import pl.otwartagmina.identity.internal.AccountApplication.State;
import pl.otwartagmina.identity.internal.NewAccount;

/** The applications for accounts. Each method is one transaction, or a part of the one that runs. */
@Component(service = ApplicationStore.class)
public final class ApplicationStore {
    private final IdentityTables tables;

    @Activate
    public ApplicationStore(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /**
     * Adds one.
     *
     * @return empty if one of this address is open already
     */
    public Optional<AccountApplication> add(NewAccount applicant, String message) {
        String address = EmailAddress.normal(applicant.email().orElseThrow());
        return tables.unit().tx(em -> {
            boolean open = em.createQuery("SELECT COUNT(a) FROM Application a WHERE a.openFor = :address", Long.class)
                            .setParameter("address", address)
                            .getSingleResult()
                    > 0;
            if (open) {
                return Optional.empty();
            }
            ApplicationRow row = new ApplicationRow();
            row.id = UUID.randomUUID().toString();
            row.firstName = applicant.firstName();
            row.lastName = applicant.lastName();
            row.email = applicant.email().orElseThrow();
            row.language = applicant.language().toLanguageTag();
            row.message = message;
            row.askedAt = tables.clock().instant();
            row.state = State.NEW.name();
            row.openFor = address;
            em.persist(row);
            AccountStore.flush(em);
            return Optional.of(row.application());
        });
    }

    /** Those that wait, the oldest first. */
    public List<AccountApplication> open() {
        return tables.unit().tx(em -> em.createQuery(
                        "SELECT a FROM Application a WHERE a.openFor IS NOT NULL ORDER BY a.askedAt",
                        ApplicationRow.class)
                .getResultStream()
                .map(ApplicationRow::application)
                .toList());
    }

    /**
     * Decides on one.
     *
     * @return whether it was open until now; of two clerks who decide at once, one does
     */
    public boolean decide(String id, State decision, String clerk, String reason) {
        return tables.unit().tx(em -> {
            // of two clerks at the same moment the second waits for the first
            ApplicationRow row = em.find(ApplicationRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || row.openFor == null) {
                return false;
            }
            row.state = decision.name();
            row.decidedAt = tables.clock().instant();
            row.decidedBy = clerk;
            row.reason = reason;
            row.openFor = null;
            return true;
        });
    }
}
