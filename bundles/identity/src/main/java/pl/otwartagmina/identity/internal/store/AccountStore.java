package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.NewAccount;
import pl.otwartagmina.identity.internal.PasswordHash;
import pl.otwartagmina.identity.internal.Vault;

/** The accounts. Each method is one transaction, or a part of the one that runs. */
@Component(service = AccountStore.class)
public final class AccountStore {
    private static final int FOUND_AT_MOST = 50;

    private final IdentityTables tables;
    private final PartyKeys keys;
    private final Vault vault;

    @Activate
    public AccountStore(@Reference IdentityTables tables, @Reference PartyKeys keys, @Reference Vault vault) {
        this.tables = tables;
        this.keys = keys;
        this.vault = vault;
    }

    /** The account of this id. */
    public Optional<Account> find(String id) {
        return tables.unit()
                .tx(em -> Optional.ofNullable(em.find(AccountRow.class, id)).map(AccountRow::account));
    }

    /** The account that signs in by this user name or e-mail address. */
    public Optional<Account> byName(String userNameOrEmail) {
        return tables.unit().tx(em -> em.createQuery(
                        "SELECT a FROM Account a WHERE a.userName = :name OR a.emailNormal = :name", AccountRow.class)
                .setParameter("name", EmailAddress.normal(userNameOrEmail))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AccountRow::account));
    }

    /** The account of this person. */
    public Optional<Account> byParty(PartyKey party) {
        return tables.unit()
                .tx(em -> em.createQuery("SELECT a FROM Account a WHERE a.partyKey = :party", AccountRow.class)
                        .setParameter("party", party.value())
                        .getResultStream()
                        .findFirst()
                        .map(AccountRow::account));
    }

    /** Accounts whose user name, address or name begins so, by family name. */
    public List<Account> search(String beginning) {
        String pattern = EmailAddress.normal(beginning).replaceAll("([!%_])", "!$1") + "%";
        return tables.unit().tx(em -> em.createQuery(
                        "SELECT a FROM Account a WHERE a.userName LIKE :name ESCAPE '!'"
                                + " OR a.emailNormal LIKE :name ESCAPE '!' OR LOWER(a.lastName) LIKE :name"
                                + " ESCAPE '!' ORDER BY a.lastName, a.firstName, a.userName",
                        AccountRow.class)
                .setParameter("name", pattern)
                .setMaxResults(FOUND_AT_MOST)
                .getResultStream()
                .map(AccountRow::account)
                .toList());
    }

    /** Whether anybody has this role. */
    public boolean isHeld(Role role) {
        return tables.unit()
                .tx(em -> em.createQuery("SELECT COUNT(a) FROM Account a WHERE :role MEMBER OF a.roles", Long.class)
                                .setParameter("role", role.toString())
                                .getSingleResult()
                        > 0);
    }

    /**
     * A new account under a user name that is invented for it.
     *
     * @throws NameTaken if the e-mail address has an account
     */
    public Account add(NewAccount account, Optional<PasswordHash> password, Account.State state) {
        return tables.unit().tx(em -> {
            String base = UserNames.of(account.firstName(), account.lastName());
            List<String> taken = em.createQuery(
                            "SELECT a.userName FROM Account a WHERE a.userName LIKE :base", String.class)
                    .setParameter("base", base + "%")
                    .getResultList();
            return insert(em, UserNames.free(base, Set.copyOf(taken)), account, password, state);
        });
    }

    /**
     * A new account under this user name.
     *
     * @throws NameTaken if the user name or the e-mail address has an account
     */
    public Account add(String userName, NewAccount account, Optional<PasswordHash> password, Account.State state) {
        return tables.unit().tx(em -> insert(em, EmailAddress.normal(userName), account, password, state));
    }

    private Account insert(
            EntityManager em,
            String userName,
            NewAccount account,
            Optional<PasswordHash> password,
            Account.State state) {
        AccountRow row = new AccountRow();
        row.id = UUID.randomUUID().toString();
        row.userName = userName;
        row.email = account.email().orElse(null);
        row.emailNormal = account.email().map(EmailAddress::normal).orElse(null);
        row.firstName = account.firstName();
        row.lastName = account.lastName();
        row.language = account.language().toLanguageTag();
        row.state = state.name();
        row.password = password.map(PasswordHash::toString).orElse(null);
        row.createdAt = tables.clock().instant();
        em.persist(row);
        flush(em);
        return row.account();
    }

    /** The address was confirmed by its link. */
    public Account confirm(String id) {
        return change(id, row -> row.state = Account.State.ACTIVE.name());
    }

    /** Names and password of an account that nobody has confirmed yet are those given last. */
    public Account replaceUnconfirmed(String id, NewAccount account, PasswordHash password) {
        return change(id, row -> {
            if (!row.state.equals(Account.State.UNCONFIRMED.name())) {
                throw new IllegalStateException("A confirmed account cannot be replaced");
            }
            row.firstName = account.firstName();
            row.lastName = account.lastName();
            row.language = account.language().toLanguageTag();
            row.password = password.toString();
        });
    }

    public Account setPassword(String id, PasswordHash password) {
        return change(id, row -> row.password = password.toString());
    }

    /** The names are those of a document. */
    public Account rename(String id, String firstName, String lastName) {
        return change(id, row -> {
            row.firstName = firstName;
            row.lastName = lastName;
        });
    }

    /** From now on the account keeps no language: many people share it, as the demo's. */
    public Account keepNoLanguage(String id) {
        return change(id, row -> row.language = null);
    }

    /** For an account that keeps one. Whoever else changes the account at this moment is not in the way. */
    public Account setLanguage(String id, Locale language) {
        return overwrite(
                id,
                "UPDATE identity_account SET language = ? WHERE id = ? AND language IS NOT NULL",
                update -> update.setString(1, language.toLanguageTag()));
    }

    /** Likewise: two people may use one account, as in the demo. */
    public Account signedIn(String id, Instant when) {
        return overwrite(
                id,
                "UPDATE identity_account SET signed_in_at = ? WHERE id = ?",
                update -> Moments.set(update, 1, when));
    }

    /** Without the optimistic lock, whose loser would be told to try again. */
    private Account overwrite(String id, String statement, Value value) {
        return tables.unit().tx(em -> {
            tables.unit().sql(connection -> {
                try (PreparedStatement update = connection.prepareStatement(statement)) {
                    value.set(update);
                    update.setString(2, id);
                    return update.executeUpdate();
                }
            });
            return find(id).orElseThrow(() -> new IllegalStateException("There is no account " + id));
        });
    }

    /** The first parameter of a statement. */
    @FunctionalInterface
    private interface Value {
        void set(PreparedStatement statement) throws SQLException;
    }

    /**
     * The identity was confirmed.
     *
     * @throws NameTaken if another account is already of this person
     */
    public Account verify(String id, Pesel pesel) {
        return change(id, row -> {
            row.partyKey = keys.of(pesel).value();
            row.pesel = vault.seal(Vault.Kind.PESEL, pesel.digits());
            row.verifiedAt = tables.clock().instant();
        });
    }

    public Account grant(String id, Role role) {
        return change(id, row -> row.roles.add(role.toString()));
    }

    public Account withdraw(String id, Role role) {
        return change(id, row -> row.roles.remove(role.toString()));
    }

    private @Nullable String anew(@Nullable String sealed) {
        return sealed == null ? null : vault.seal(Vault.Kind.PESEL, vault.open(Vault.Kind.PESEL, sealed));
    }

    /**
     * Encrypts anew, under the newest key, what is still under an older one.
     *
     * @return how many numbers
     */
    public int encryptAnew() {
        return tables.unit().tx(em -> {
            List<AccountRow> stale = em.createQuery(
                            "SELECT a FROM Account a WHERE a.pesel IS NOT NULL", AccountRow.class)
                    .getResultStream()
                    .filter(row -> row.pesel != null && !vault.isFresh(row.pesel))
                    .toList();
            stale.forEach(row -> row.pesel = anew(row.pesel));
            return stale.size();
        });
    }

    private Account change(String id, Consumer<AccountRow> change) {
        return tables.unit().tx(em -> {
            AccountRow row = em.find(AccountRow.class, id);
            if (row == null) {
                throw new IllegalStateException("There is no account " + id);
            }
            change.accept(row);
            flush(em);
            return row.account();
        });
    }

    /** Now, not at the end of the transaction: who is refused should be told by whom. */
    static void flush(EntityManager em) {
        try {
            em.flush();
        } catch (PersistenceException refused) {
            if (NameTaken.isBehind(refused)) {
                throw new NameTaken(refused);
            }
            throw refused;
        }
    }
}
