package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.identity.Accounts;
import pl.otwartagmina.api.identity.Addressee;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.PictureStore;

/**
 * Sign-in by password, or by what an identity provider proves. A known and an unknown name take the same way through it,
 * so that neither answer nor time tells them apart.
 */
@Component
public final class AccountSignIn implements SignIn, Accounts {
    private static final int LONGEST = 254;

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final Guesses guesses;
    private final Hashing hashing;
    private final Pseudonyms pseudonyms;
    private final Audit audit;
    private final Translations translations;
    private final SecondFactors secondFactors;
    private final Tickets tickets;
    private final Federation federation;
    private final Reassurance reassurance;
    private final PictureStore pictures;

    @Activate
    public AccountSignIn(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference Guesses guesses,
            @Reference Hashing hashing,
            @Reference Pseudonyms pseudonyms,
            @Reference Audit audit,
            @Reference Translations translations,
            @Reference SecondFactors secondFactors,
            @Reference Federation federation,
            @Reference Reassurance reassurance,
            @Reference PictureStore pictures) {
        this.tables = tables;
        this.accounts = accounts;
        this.guesses = guesses;
        this.hashing = hashing;
        this.pseudonyms = pseudonyms;
        this.audit = audit;
        this.translations = translations;
        this.secondFactors = secondFactors;
        this.federation = federation;
        this.reassurance = reassurance;
        this.pictures = pictures;
        this.tickets = new Tickets(tables.clock());
    }

    @Override
    public Result signIn(String userName, char[] password, Origin origin) {
        String name = EmailAddress.normal(userName);
        if (name.isEmpty() || name.length() > LONGEST) {
            return new Refused();
        }
        String typed = pseudonyms.of("name", name);
        Optional<Duration> crowded = guesses.waitOf(typed).or(() -> crowded(origin));
        if (crowded.isPresent()) {
            return new Later(crowded.get());
        }
        Optional<Account> account = accounts.byName(name);
        // both names of an account are one subject; an unknown name is kept where nobody can read it
        String subject = pseudonyms.of("account", account.map(Account::id).orElse(name));
        Optional<Duration> tooMany = guesses.admit(subject, typed, GuessRule.Doubling.USUAL);
        if (tooMany.isPresent()) {
            return new Later(tooMany.get());
        }
        try {
            Result result = signIn(account, password, origin);
            // with the second step to come nothing is forgiven yet: otherwise its codes could be guessed without end
            if (!(result instanceof Refused || result instanceof SecondFactor)) {
                forgive(subject, origin);
            }
            return result;
        } catch (Hashing.Busy busy) {
            return new Later(hashing.patience());
        }
    }

    private Result signIn(Optional<Account> account, char[] password, Origin origin) throws Hashing.Busy {
        boolean fits = hashing.fits(
                password,
                account.filter(known -> known.state() != Account.State.CLOSED).flatMap(Account::password));
        if (!fits || account.isEmpty()) {
            refused(account, "password", origin);
            return new Refused();
        }
        Account known = account.get();
        if (known.state() == Account.State.UNCONFIRMED) {
            return new NotConfirmed();
        }
        Optional<PasswordHash> stronger =
                known.password().filter(hashing::isOutdated).isPresent()
                        ? Optional.of(hashing.hash(password))
                        : Optional.empty();
        stronger.ifPresent(hash -> accounts.setPassword(known.id(), hash));
        return secondFactors.isOn(known.id())
                ? new SecondFactor(tickets.give(known.id()))
                : enter(known, known.person().level(), origin);
    }

    private Welcome enter(Account known, AccessLevel level, Origin origin) {
        return tables.unit().tx(em -> {
            Account now = accounts.signedIn(known.id(), tables.clock().instant());
            audit.record(tables.unit(), AuditRecord.by(now.id(), origin, "identity.signIn", "account", now.id()));
            return new Welcome(now.person().at(level));
        });
    }

    @Override
    public Result secondFactor(String ticket, String code, Origin origin) {
        Optional<Account> account = tickets.look(ticket).flatMap(accounts::find);
        if (account.isEmpty()) {
            return new TooLate();
        }
        Account known = account.get();
        String subject = pseudonyms.of("account", known.id());
        Optional<Duration> tooMany = crowded(origin).or(() -> guesses.admit(subject, GuessRule.Doubling.USUAL));
        if (tooMany.isPresent()) {
            return new Later(tooMany.get());
        }
        if (!secondFactors.accepts(known.id(), code)) {
            refused(account, "code", origin);
            return new Refused();
        }
        tickets.use(ticket);
        forgive(subject, origin);
        return enter(known, known.person().level(), origin);
    }

    @Override
    public Result federated(String provider, Proof proof, Origin origin) {
        Federation.Match match = federation.account(provider, proof, origin);
        if (match instanceof Federation.NotFound none) {
            return none.why();
        }
        Federation.Found found = (Federation.Found) match;
        // who was proven strongly has shown two factors there
        return found.level() != AccessLevel.STRONG
                        && secondFactors.isOn(found.account().id())
                ? new SecondFactor(tickets.give(found.account().id()))
                : enter(found.account(), found.level(), origin);
    }

    @Override
    public Result connect(Person person, String provider, Proof proof, Origin origin) {
        return federation.connect(person, provider, proof, origin);
    }

    @Override
    public Assurance beforeConnecting(Person person, String provider, AccessLevel level, Origin origin) {
        return reassurance.needed(person, provider, level, origin);
    }

    @Override
    public Result confirm(Person person, char[] password, Origin origin) {
        return reassurance.byPassword(person, password, origin);
    }

    private void forgive(String subject, Origin origin) {
        guesses.succeeded(subject, GuessRule.Doubling.USUAL);
        guesses.succeeded(place(origin), GuessRule.Bucket.USUAL);
        guesses.succeeded(GuessRule.Bucket.EVERYBODY);
    }

    /** One address is asked first, or it would empty everybody's bucket. */
    private Optional<Duration> crowded(Origin origin) {
        return guesses.admit(place(origin), GuessRule.Bucket.USUAL).or(() -> guesses.admit(GuessRule.Bucket.EVERYBODY));
    }

    private String place(Origin origin) {
        return pseudonyms.of("address", origin.address());
    }

    private void refused(Optional<Account> account, String reason, Origin origin) {
        audit.record(
                tables.unit(),
                AuditRecord.by(
                                AuditRecord.VISITOR,
                                origin,
                                "identity.signIn",
                                "account",
                                account.map(Account::id).orElse(""))
                        .because(reason)
                        .with(AuditRecord.Result.REFUSED));
    }

    @Override
    public List<Link> links(Locale locale) {
        return List.of(
                new Link(translations.text(locale, "identity.register.link"), "e/identity/register"),
                new Link(translations.text(locale, "identity.forgotten.link"), "e/identity/forgotten"),
                new Link(translations.text(locale, "identity.phone.link"), "e/identity/phone"));
    }

    @Override
    public void chooseLanguage(String id, Locale language) {
        accounts.setLanguage(id, language);
    }

    @Override
    public Optional<byte[]> picture(String id) {
        return pictures.of(id);
    }

    @Override
    public Optional<Addressee> addressee(String id) {
        return accounts.find(id)
                .filter(account -> account.state() == Account.State.ACTIVE)
                .map(account -> new Addressee(
                        account.email(), account.language().orElseGet(People::usualLanguage), account.party()));
    }
}
