package pl.otwartagmina.identity.internal;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.OpenSession;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.ApplicationStore;
import pl.otwartagmina.identity.internal.store.BrowserStore;
import pl.otwartagmina.identity.internal.store.DeviceStore;
import pl.otwartagmina.identity.internal.store.EmailChanges;
import pl.otwartagmina.identity.internal.store.FederatedIdentities;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.Links;
import pl.otwartagmina.identity.internal.store.MandateStore;
import pl.otwartagmina.identity.internal.store.PictureStore;
import pl.otwartagmina.identity.internal.store.ScanStore;

/** All of identity over a test's database, with cheap hashes and a clock that the test moves. */
public final class Parts {
    public static final Origin HOME = new Origin("192.0.2.1", "session-1");
    public static final String PASSWORD = "zielony rower w deszczu";
    static final PasswordHash.Strength CHEAP = new PasswordHash.Strength(64, 1, 1);

    public final TestClock clock = new TestClock();
    public final IdentityTables tables;
    public final AccountStore accounts;
    public final Guesses guesses;
    public final Links links;
    public final Sessions sessions = new Sessions();
    public final List<Letter> letters = new CopyOnWriteArrayList<>();
    public final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    public final Vault vault;
    public final PartyKeys keys;
    final Pseudonyms pseudonyms;
    public final BrowserStore browsers;
    public final MandateStore mandates;
    final ScanStore scans;
    final FederatedIdentities identities;
    final Reassurance reassurance;
    public final Pictures pictures;
    public final PictureStore pictureStore;
    Hashing hashing = new Hashing(CHEAP, 2, Duration.ofSeconds(5));

    public Parts(Database database, Path folder) {
        tables = new IdentityTables(database, clock);
        vault = new Vault(folder.resolve("vault.keys"));
        keys = new SecretPartyKeys(folder.resolve("party.key"));
        accounts = new AccountStore(tables, keys, vault);
        guesses = new Guesses(tables);
        links = new Links(tables);
        browsers = new BrowserStore(tables);
        scans = new ScanStore(tables, vault);
        mandates = new MandateStore(tables, scans);
        pseudonyms = new Pseudonyms(folder.resolve("pseudonyms.key"));
        identities = new FederatedIdentities(tables);
        pictureStore = new PictureStore(tables);
        pictures = new Pictures(tables, pictureStore, accounts, audit(), sessions);
        reassurance = new Reassurance(tables, accounts, identities, passwords());
    }

    public Account account(String email) {
        return accounts.add(
                newAccount(email), Optional.of(PasswordHash.of(PASSWORD.toCharArray(), CHEAP)), Account.State.ACTIVE);
    }

    public static NewAccount newAccount(String email) {
        return new NewAccount(email, "Halina", "Wiśniewska", Locale.forLanguageTag("pl"));
    }

    public AccountSignIn signIn() {
        return new AccountSignIn(
                tables,
                accounts,
                guesses,
                hashing,
                pseudonyms,
                audit(),
                Parts::words,
                secondFactors(),
                federation(),
                reassurance,
                pictureStore);
    }

    public Registration registration() {
        return registration(20);
    }

    Registration registration(int perHour) {
        return new Registration(
                tables,
                accounts,
                links,
                guesses,
                pseudonyms,
                hashing,
                accountLetters(),
                audit(),
                sessions,
                passwords(),
                (Registration.Config) Proxy.newProxyInstance(
                        Parts.class.getClassLoader(),
                        new Class<?>[] {Registration.Config.class},
                        (proxy, method, arguments) -> perHour));
    }

    PasswordCheck passwords() {
        return new PasswordCheck(accounts, guesses, pseudonyms, hashing);
    }

    Federation federation() {
        return new Federation(tables, accounts, identities, keys, accountLetters(), audit(), reassurance);
    }

    EmailChange emailChange() {
        return new EmailChange(
                tables, accounts, new EmailChanges(tables), links, guesses, pseudonyms, accountLetters(), audit());
    }

    AccountApplications applications() {
        return new AccountApplications(
                tables, new ApplicationStore(tables), accounts, links, guesses, pseudonyms, accountLetters(), audit());
    }

    Representation representation() {
        return new Representation(
                tables, mandates, scans, accounts, guesses, pseudonyms, accountLetters(), audit(), sessions);
    }

    public SecondFactors secondFactors() {
        return new SecondFactors(tables, vault, pseudonyms, guesses, audit());
    }

    public Devices devices() {
        return new Devices(
                tables, accounts, new DeviceStore(tables), hashing, passkeys(), accountLetters(), audit(), sessions);
    }

    public Pairing pairing() {
        return new Pairing(
                tables, accounts, new DeviceStore(tables), guesses, pseudonyms, hashing, audit(), new Town());
    }

    /** A phone that is paired; its secret. */
    public String pairedPhone(Account owner, String name, String pin) throws Hashing.Busy {
        String digits = pairing()
                .expect(new Acting(Optional.of(owner.person()), Locale.ROOT, HOME))
                .digits();
        Pairing.Granted claim = (Pairing.Granted) pairing().claim(owner.userName(), digits, HOME);
        return devices().pair(claim, name, pin.toCharArray(), "", HOME).orElseThrow();
    }

    Passkeys passkeys() {
        return new Passkeys(new Town());
    }

    public AccountLetters accountLetters() {
        return new AccountLetters(tables, links, new Town(), (unit, letter) -> letters.add(letter), Parts::words);
    }

    Verification verification() {
        return new Verification(tables, accounts, accountLetters(), audit(), sessions);
    }

    UsedBrowsers usedBrowsers() {
        return new UsedBrowsers(tables, browsers, accounts, accountLetters(), audit(), Parts::words);
    }

    LookUps lookUps() {
        return new LookUps(tables, accounts, audit());
    }

    People people() {
        return new People(tables, accounts, hashing, audit(), sessions, vault, secondFactors(), scans);
    }

    public Audit audit() {
        return (unit, act) -> acts.add(act);
    }

    /** A key and what is put into its text, in place of a translation. */
    private static String words(Locale locale, String key, Object... arguments) {
        return locale.getLanguage() + " " + key + " " + Arrays.toString(arguments);
    }

    /** A time that stands still until it is moved. */
    public static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Warsaw");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Notes who was signed out. */
    public static final class Sessions implements OpenSessions {
        public final List<OpenSession> open = new ArrayList<>();
        public final List<String> ended = new ArrayList<>();
        public final List<Person> changed = new ArrayList<>();
        public final List<String> mandatesChanged = new ArrayList<>();

        @Override
        public List<OpenSession> of(String account) {
            return List.copyOf(open);
        }

        @Override
        public void end(String account, String session) {
            ended.add(account + " " + session);
        }

        @Override
        public void endOthers(String account, String kept) {
            ended.add(account + " all but '" + kept + "'");
        }

        @Override
        public void mandatesChanged(String account) {
            mandatesChanged.add(account);
        }

        @Override
        public void changed(Person person) {
            changed.add(person);
        }
    }

    /** An invented office. */
    public record Town() implements Office {
        @Override
        public String name(Locale locale) {
            return "Gmina Modrzewiny";
        }

        @Override
        public URI portal() {
            return URI.create("https://portal.modrzewiny.example/");
        }

        @Override
        public String controller() {
            return "Wójt Gminy Modrzewiny";
        }

        @Override
        public String dataProtectionOfficer() {
            return "iod@modrzewiny.example";
        }
    }
}
