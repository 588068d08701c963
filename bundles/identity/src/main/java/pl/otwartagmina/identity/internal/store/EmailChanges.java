package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Addresses that wait to be confirmed. Each method is a part of the transaction that runs. */
@Component(service = EmailChanges.class)
public final class EmailChanges {
    private final IdentityTables tables;

    @Activate
    public EmailChanges(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /** The address that waits for an account. */
    public Optional<String> waiting(String account) {
        return tables.unit().tx(em -> Optional.ofNullable(em.find(EmailChangeRow.class, account))
                .map(row -> row.email));
    }

    /** A new one takes the place of an older one. */
    public void begin(String account, String email, boolean oldAgreed) {
        tables.unit().tx(em -> {
            forget(account);
            EmailChangeRow row = new EmailChangeRow();
            row.account = account;
            row.email = email;
            row.oldAgreed = (short) (oldAgreed ? 1 : 0);
            row.requestedAt = tables.clock().instant();
            em.persist(row);
            em.flush();
            return row;
        });
    }

    /**
     * One of both addresses agrees.
     *
     * @return the new address, once both have agreed; then it waits no more
     */
    public Optional<String> agree(String account, Links.Purpose whose) {
        return tables.unit().tx(em -> {
            // two links at the same moment: one after the other, so that the second sees the first
            EmailChangeRow row = em.find(EmailChangeRow.class, account, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return Optional.empty();
            }
            if (whose == Links.Purpose.OLD_EMAIL) {
                row.oldAgreed = 1;
            } else {
                row.newAgreed = 1;
            }
            if (row.oldAgreed == 0 || row.newAgreed == 0) {
                return Optional.empty();
            }
            String email = row.email;
            em.remove(row);
            return Optional.of(email);
        });
    }

    /** It shall not be changed after all. */
    public void forget(String account) {
        tables.unit().tx(em -> em.createQuery("DELETE FROM EmailChange c WHERE c.account = :account")
                .setParameter("account", account)
                .executeUpdate());
    }
}
