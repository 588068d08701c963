package pl.otwartagmina.identity.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.FederatedIdentities;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.NameTaken;

/**
 * Which account is whose, when an identity provider has recognised somebody.
 *
 * <p>A person is known by the provider's own name of them, then by the proven PESEL. An e-mail address alone never opens an
 * account: whoever runs a provider could claim any.
 */
@Component(service = Federation.class)
public final class Federation {
    private final IdentityTables tables;
    private final AccountStore accounts;
    private final FederatedIdentities identities;
    private final PartyKeys keys;
    private final AccountLetters letters;
    private final Audit audit;
    private final Reassurance reassurance;

    /** Whose account it is, or why it is nobody's. */
    sealed interface Match {}

    /** @param level how surely the person is known in this session */
    record Found(Account account, AccessLevel level) implements Match {}

    record NotFound(SignIn.Result why) implements Match {}

    @Activate
    public Federation(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference FederatedIdentities identities,
            @Reference PartyKeys keys,
            @Reference AccountLetters letters,
            @Reference Audit audit,
            @Reference Reassurance reassurance) {
        this.tables = tables;
        this.accounts = accounts;
        this.identities = identities;
        this.keys = keys;
        this.letters = letters;
        this.audit = audit;
        this.reassurance = reassurance;
    }

    /** The account of whom a provider recognised, made if need be. */
    Match account(String provider, Proof proof, Origin origin) {
        try {
            return findOrMake(provider, proof, origin);
        } catch (NameTaken meanwhile) {
            // the same person in two windows, and the other one was faster: now there is an account
            return findOrMake(provider, proof, origin);
        }
    }

    private Match findOrMake(String provider, Proof proof, Origin origin) {
        return tables.unit().tx(em -> {
            Optional<Account> known = owner(provider, proof);
            if (known.isPresent()) {
                return join(known.get(), provider, proof, origin);
            }
            if (proof.email().flatMap(accounts::byName).isPresent()) {
                return new NotFound(new SignIn.AddressTaken());
            }
            Account made = accounts.add(fresh(proof), Optional.empty(), Account.State.ACTIVE);
            audit.record(tables.unit(), act("identity.register", made, provider, origin));
            connect(made, provider, proof, origin);
            return join(made, provider, proof, origin);
        });
    }

    private Optional<Account> owner(String provider, Proof proof) {
        return identities
                .account(provider, proof.subject())
                .flatMap(accounts::find)
                .or(() -> proven(proof).map(keys::of).flatMap(accounts::byParty));
    }

    /** The number counts only where the provider vouches for the person. */
    private static Optional<Pesel> proven(Proof proof) {
        return proof.pesel().filter(pesel -> proof.level() == AccessLevel.STRONG);
    }

    /** Joins whom a provider recognised with the account of somebody signed in, who has shown that it is theirs. */
    SignIn.Result connect(Person person, String provider, Proof proof, Origin origin) {
        try {
            Match match = tables.unit().tx(em -> {
                Optional<Account> owner = owner(provider, proof);
                if (owner.filter(one -> !one.id().equals(person.id())).isPresent()) {
                    return new NotFound(new SignIn.OtherAccount());
                }
                Account account = accounts.find(person.id()).orElseThrow();
                // who is known by the provider, or by the proven number, is the owner and needs to show no more
                return owner.isPresent() || isOtherPerson(account, proof) || reassurance.use(person, account, origin)
                        ? join(account, provider, proof, origin)
                        : new NotFound(new SignIn.TooLate());
            });
            return match instanceof Found found
                    ? new SignIn.Welcome(found.account().person().at(found.level()))
                    : ((NotFound) match).why();
        } catch (NameTaken taken) {
            return new SignIn.OtherAccount();
        }
    }

    /** From now on nobody signs in to the account by this provider. */
    public void disconnect(Acting acting, Account account, String provider) {
        tables.unit().tx(em -> {
            if (identities.disconnect(provider, account.id())) {
                audit.record(
                        tables.unit(),
                        AuditRecord.of(acting, "identity.disconnect", "account", account.id())
                                .because(provider));
            }
            return account;
        });
    }

    /** The providers by which one can sign in to an account. */
    public List<String> providers(Account account) {
        return identities.providers(account.id());
    }

    private Match join(Account account, String provider, Proof proof, Origin origin) {
        if (account.state() != Account.State.ACTIVE) {
            return new NotFound(new SignIn.Refused());
        }
        if (isOtherPerson(account, proof)) {
            return new NotFound(new SignIn.OtherPerson());
        }
        if (identities
                .account(provider, proof.subject())
                .filter(account.id()::equals)
                .isEmpty()) {
            connect(account, provider, proof, origin);
            // whoever did not do it, but left a browser open, learns of it
            letters.write(account, "connected", provider);
        } else {
            reassurance.bySignIn(account, origin);
        }
        Optional<Pesel> proven = proven(proof);
        Account now = proven.isPresent() && account.verifiedAt().isEmpty()
                ? verify(account, provider, proof, proven.get(), origin)
                : account;
        boolean strong = proven.isPresent() && now.verifiedAt().isPresent();
        return new Found(now, strong ? AccessLevel.STRONG : now.person().level());
    }

    private boolean isOtherPerson(Account account, Proof proof) {
        return account.party().isPresent()
                && proven(proof)
                        .map(keys::of)
                        .filter(party -> !account.party().get().equals(party))
                        .isPresent();
    }

    private void connect(Account account, String provider, Proof proof, Origin origin) {
        identities.connect(provider, proof.subject(), account.id());
        audit.record(tables.unit(), act("identity.connect", account, provider, origin));
    }

    private Account verify(Account account, String provider, Proof proof, Pesel pesel, Origin origin) {
        accounts.rename(
                account.id(), name(proof.firstName(), account.firstName()), name(proof.lastName(), account.lastName()));
        Account verified = accounts.verify(account.id(), pesel);
        audit.record(tables.unit(), act("identity.verify", verified, provider, origin));
        letters.write(verified, "verified");
        return verified;
    }

    private static NewAccount fresh(Proof proof) {
        return new NewAccount(
                proof.email().filter(EmailAddress::isValid),
                name(proof.firstName(), "?"),
                name(proof.lastName(), "?"),
                People.usualLanguage());
    }

    /** A provider may have none, or a longer one than fits. */
    private static String name(String theirs, String otherwise) {
        String plain = theirs.strip().replaceAll("\\p{Cntrl}", "");
        String fitting = plain.substring(0, Math.min(plain.length(), NewAccount.LONGEST_NAME))
                .strip();
        return fitting.isEmpty() ? otherwise : fitting;
    }

    private static AuditRecord act(String action, Account account, String provider, Origin origin) {
        return AuditRecord.by(account.id(), origin, action, "account", account.id())
                .because(provider);
    }
}
