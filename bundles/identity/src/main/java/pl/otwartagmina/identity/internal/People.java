package pl.otwartagmina.identity.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.api.lifecycle.Modules;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.ScanStore;

/** What an administrator, or the operator at the console, does with accounts. Each act is in the audit trail. */
@Component(service = People.class)
public final class People {
    /** Confirms at the counter who somebody is. */
    public static final Role VERIFIER = Role.clerk("identity");

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final Hashing hashing;
    private final Audit audit;
    private final OpenSessions sessions;
    private final Vault vault;
    private final SecondFactors secondFactors;
    private final ScanStore scans;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Modules modules;

    @Activate
    public People(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference Hashing hashing,
            @Reference Audit audit,
            @Reference OpenSessions sessions,
            @Reference Vault vault,
            @Reference SecondFactors secondFactors,
            @Reference ScanStore scans) {
        this.tables = tables;
        this.accounts = accounts;
        this.hashing = hashing;
        this.audit = audit;
        this.sessions = sessions;
        this.vault = vault;
        this.secondFactors = secondFactors;
        this.scans = scans;
    }

    /** An account by user name or e-mail address. */
    public Optional<Account> byName(String name) {
        return accounts.byName(name);
    }

    /** The roles that can be given: administrator, auditor, verifier, and clerk of each module. */
    public List<Role> roles() {
        Modules known = modules;
        Stream<Role> clerks = known == null
                ? Stream.of()
                : known.all().stream().map(ModuleStatus::id).sorted().map(Role::clerk);
        return Stream.concat(Stream.of(Role.ADMINISTRATOR, Role.AUDITOR, VERIFIER), clerks)
                .toList();
    }

    /** Ids of the modules that run now. */
    public List<String> modules() {
        Modules known = modules;
        return known == null
                ? List.of()
                : known.all().stream()
                        .filter(module -> module.state() != ModuleStatus.State.DISABLED)
                        .map(ModuleStatus::id)
                        .sorted()
                        .toList();
    }

    /** Gives a role. The windows that the person has open follow at once. */
    public Account grant(Account account, Role role, AuditRecord act) {
        return change(act.because(role.toString()), () -> accounts.grant(account.id(), role));
    }

    /** Takes a role back, likewise. */
    public Account withdraw(Account account, Role role, AuditRecord act) {
        return change(act.because(role.toString()), () -> accounts.withdraw(account.id(), role));
    }

    private Account change(AuditRecord act, Supplier<Account> change) {
        Account changed = tables.unit().tx(em -> {
            Account account = change.get();
            audit.record(tables.unit(), act);
            return account;
        });
        sessions.changed(changed.person());
        return changed;
    }

    /**
     * Makes the first administrator.
     *
     * @return the account, empty if the portal has an administrator already
     * @throws pl.otwartagmina.identity.internal.store.NameTaken if the user name or address has an account
     */
    public Optional<Account> bootstrap(String userName, NewAccount administrator, char[] password) throws Hashing.Busy {
        PasswordHash hash = hashing.hash(password);
        return tables.unit().tx(em -> {
            if (accounts.isHeld(Role.ADMINISTRATOR)) {
                return Optional.empty();
            }
            Account made = accounts.add(userName, administrator, Optional.of(hash), Account.State.ACTIVE);
            audit.record(tables.unit(), AuditRecord.atConsole("identity.bootstrap", "account", made.id()));
            return Optional.of(accounts.grant(made.id(), Role.ADMINISTRATOR));
        });
    }

    /**
     * Makes a new key, if the keys are the portal's own, and encrypts anew, under the newest, PESEL numbers, secrets of the
     * second step and scans.
     */
    public Rotation rotateKey() {
        audit.record(tables.unit(), AuditRecord.atConsole("identity.rotateKey", "key", "vault"));
        boolean own = vault.canAddKey();
        if (own) {
            vault.addKey();
        }
        return new Rotation(
                accounts.encryptAnew() + secondFactors.encryptAnew() + scans.encryptAnew(), own, vault.describe());
    }

    /**
     * What came of a rotation.
     *
     * @param count how many secrets were encrypted anew
     * @param own whether a key was made; one from outside the operator adds
     * @param key the newest key, in words
     */
    public record Rotation(int count, boolean own, String key) {}

    /** The language of letters of somebody whom nobody has asked. */
    public static Locale usualLanguage() {
        return Locale.forLanguageTag("pl");
    }
}
