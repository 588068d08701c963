package pl.otwartagmina.bench.plain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.AccountLetters;
import pl.otwartagmina.identity.internal.AccountSignIn;
import pl.otwartagmina.identity.internal.Federation;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.NewAccount;
import pl.otwartagmina.identity.internal.PasswordCheck;
import pl.otwartagmina.identity.internal.PasswordHash;
import pl.otwartagmina.identity.internal.Pseudonyms;
import pl.otwartagmina.identity.internal.Reassurance;
import pl.otwartagmina.identity.internal.SecondFactors;
import pl.otwartagmina.identity.internal.SecretPartyKeys;
import pl.otwartagmina.identity.internal.Vault;
import pl.otwartagmina.identity.internal.audit.ChainedAudit;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.FederatedIdentities;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.Links;
import pl.otwartagmina.identity.internal.store.PictureStore;
import pl.otwartagmina.outbox.internal.Outbox;
import pl.otwartagmina.persistence.ConnectionPool;
import pl.otwartagmina.persistence.DatabaseAddress;
import pl.otwartagmina.persistence.ModuleDatabase;
import pl.otwartagmina.persistence.WarsawClock;

/** Accounts alone, over a database of their own, without pages and without a network. */
public final class PlainAccounts implements AutoCloseable {
    private final ConnectionPool pool;
    private final AccountStore accounts;
    private final SignIn signIn;
    private final ChainedAudit audit;

    private PlainAccounts(ConnectionPool pool, AccountStore accounts, SignIn signIn, ChainedAudit audit) {
        this.pool = pool;
        this.audit = audit;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /** @param data an empty folder */
    public static PlainAccounts open(Path data) throws IOException {
        System.setProperty("derby.stream.error.file", data.resolve("derby.log").toString());
        BundleContext context = new PlainBundles(data).context();
        ConnectionPool pool =
                ConnectionPool.open(DatabaseAddress.of("jdbc:derby:" + data.resolve("db") + ";create=true"), 10);
        Database database = new ModuleDatabase(pool);
        Clock clock = new WarsawClock();
        IdentityTables tables = new IdentityTables(database, clock);
        SecretPartyKeys keys = new SecretPartyKeys(context, ByHand.settings(SecretPartyKeys.Config.class, Map.of()));
        Vault vault = new Vault(context, ByHand.settings(Vault.Config.class, Map.of()));
        AccountStore accounts = new AccountStore(tables, keys, vault);
        Guesses guesses = new Guesses(tables);
        Pseudonyms pseudonyms = new Pseudonyms(context);
        ChainedAudit audit = new ChainedAudit(context, tables);
        AccountLetters letters = new AccountLetters(
                tables, new Links(tables), new PlainOffice(), new Outbox(database, clock), new Keys());
        Hashing hashing = new Hashing(ByHand.settings(Hashing.Config.class, Map.of()));
        FederatedIdentities identities = new FederatedIdentities(tables);
        Reassurance reassurance = new Reassurance(
                tables, accounts, identities, new PasswordCheck(accounts, guesses, pseudonyms, hashing));
        return new PlainAccounts(
                pool,
                accounts,
                new AccountSignIn(
                        tables,
                        accounts,
                        guesses,
                        hashing,
                        pseudonyms,
                        audit,
                        new Keys(),
                        new SecondFactors(tables, vault, pseudonyms, guesses, audit),
                        new Federation(tables, accounts, identities, keys, letters, audit, reassurance),
                        reassurance,
                        new PictureStore(tables)),
                audit);
    }

    /** An account under this address, with a hash as {@code PasswordHash} writes it. */
    public void add(String email, String hash) {
        accounts.add(
                new NewAccount(email, "Halina", "Wiśniewska", Locale.forLanguageTag("pl")),
                Optional.of(PasswordHash.parse(hash)),
                Account.State.ACTIVE);
    }

    public SignIn signIn() {
        return signIn;
    }

    @Override
    public void close() {
        try {
            audit.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        pool.close();
    }

    private record Keys() implements Translations {
        @Override
        public String text(Locale locale, String key, Object... arguments) {
            return key + List.of(arguments);
        }
    }
}
