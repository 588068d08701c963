package pl.otwartagmina.identity.internal.store;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom the identity providers know, and which account it is here. Each method is a part of the transaction that runs. */
@Component(service = FederatedIdentities.class)
public final class FederatedIdentities {
    private final IdentityTables tables;

    @Activate
    public FederatedIdentities(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /** The account of a provider's person. */
    public Optional<String> account(String provider, String subject) {
        return tables.unit()
                .tx(em -> Optional.ofNullable(em.find(FederatedRow.class, new FederatedRow.Key(provider, subject)))
                        .map(row -> row.account));
    }

    /** The providers by which one can sign in to an account. */
    public List<String> providers(String account) {
        return tables.unit().tx(em -> em.createQuery(
                        "SELECT f.provider FROM Federated f WHERE f.account = :account ORDER BY f.provider",
                        String.class)
                .setParameter("account", account)
                .getResultList());
    }

    /**
     * From now on the provider's person is this account, and nobody else of this provider is.
     *
     * @throws NameTaken if the person has another account
     */
    public void connect(String provider, String subject, String account) {
        tables.unit().tx(em -> {
            disconnect(provider, account);
            FederatedRow row = new FederatedRow();
            row.provider = provider;
            row.subject = subject;
            row.account = account;
            row.connectedAt = tables.clock().instant();
            em.persist(row);
            AccountStore.flush(em);
            return row;
        });
    }

    /** @return whether there was anything to part */
    public boolean disconnect(String provider, String account) {
        return tables.unit()
                .tx(em ->
                        em.createQuery("DELETE FROM Federated f WHERE f.provider = :provider AND f.account = :account")
                                        .setParameter("provider", provider)
                                        .setParameter("account", account)
                                        .executeUpdate()
                                > 0);
    }
}
