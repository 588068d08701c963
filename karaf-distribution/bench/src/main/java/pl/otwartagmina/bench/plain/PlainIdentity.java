package pl.otwartagmina.bench.plain;

import java.time.Clock;
import java.util.Map;
import org.osgi.framework.BundleContext;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.documents.internal.XhtmlPrinter;
import pl.otwartagmina.identity.IdentityService;
import pl.otwartagmina.identity.internal.AccountApplications;
import pl.otwartagmina.identity.internal.AccountLetters;
import pl.otwartagmina.identity.internal.AccountSignIn;
import pl.otwartagmina.identity.internal.DemoAccount;
import pl.otwartagmina.identity.internal.Devices;
import pl.otwartagmina.identity.internal.EmailChange;
import pl.otwartagmina.identity.internal.Federation;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.LookUps;
import pl.otwartagmina.identity.internal.Pairing;
import pl.otwartagmina.identity.internal.Passkeys;
import pl.otwartagmina.identity.internal.PasswordCheck;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.Pictures;
import pl.otwartagmina.identity.internal.Pseudonyms;
import pl.otwartagmina.identity.internal.Reassurance;
import pl.otwartagmina.identity.internal.Registration;
import pl.otwartagmina.identity.internal.Representation;
import pl.otwartagmina.identity.internal.SecondFactors;
import pl.otwartagmina.identity.internal.Vault;
import pl.otwartagmina.identity.internal.Verification;
import pl.otwartagmina.identity.internal.audit.AuditTrail;
import pl.otwartagmina.identity.internal.audit.ChainedAudit;
import pl.otwartagmina.identity.internal.audit.PersonalTrail;
import pl.otwartagmina.identity.internal.privacy.AccountSection;
import pl.otwartagmina.identity.internal.privacy.DataExport;
import pl.otwartagmina.identity.internal.privacy.ErasureRequests;
import pl.otwartagmina.identity.internal.privacy.Erasures;
import pl.otwartagmina.identity.internal.privacy.GivenConsents;
import pl.otwartagmina.identity.internal.privacy.Sections;
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
import pl.otwartagmina.identity.internal.ui.AccountViews;
import pl.otwartagmina.identity.internal.ui.DeviceViews;
import pl.otwartagmina.identity.internal.ui.MandateViews;
import pl.otwartagmina.identity.internal.ui.OfficeViews;
import pl.otwartagmina.identity.internal.ui.privacy.PrivacyViews;
import pl.otwartagmina.outbox.internal.Outbox;

/** Accounts, wired by hand as the container wires them. */
record PlainIdentity(AccountSignIn signIn, IdentityService service, Audit audit) {
    PlainIdentity(
            BundleContext context,
            Database database,
            Clock clock,
            PartyKeys keys,
            Office office,
            Translations texts,
            OpenSessions sessions,
            IdentityProviders providers,
            DemoAccount.Config demo) {
        this(new Parts(context, database, clock, keys, office, texts), office, texts, sessions, providers, demo);
    }

    private PlainIdentity(
            Parts parts,
            Office office,
            Translations texts,
            OpenSessions sessions,
            IdentityProviders providers,
            DemoAccount.Config demo) {
        this(parts.signIn(texts, demo), parts.service(office, texts, sessions, providers), parts.audit);
    }

    /** What both are made of. */
    private static final class Parts {
        private final PartyKeys keys;
        private final IdentityTables tables;
        private final AccountStore accounts;
        private final Guesses guesses;
        private final Hashing hashing;
        private final Pseudonyms pseudonyms;
        private final ChainedAudit audit;
        private final Links links;
        private final AccountLetters letters;
        private final Federation federation;
        private final Vault vault;
        private final SecondFactors secondFactors;
        private final ScanStore scans;
        private final PictureStore pictures;
        private final MandateStore mandates;
        private final PasswordCheck passwords;
        private final Reassurance reassurance;

        Parts(
                BundleContext context,
                Database database,
                Clock clock,
                PartyKeys keys,
                Office office,
                Translations texts) {
            this.keys = keys;
            tables = new IdentityTables(database, clock);
            vault = new Vault(context, ByHand.settings(Vault.Config.class, Map.of()));
            accounts = new AccountStore(tables, keys, vault);
            guesses = new Guesses(tables);
            hashing = new Hashing(ByHand.settings(Hashing.Config.class, Map.of()));
            pseudonyms = new Pseudonyms(context);
            audit = new ChainedAudit(context, tables);
            links = new Links(tables);
            scans = new ScanStore(tables, vault);
            pictures = new PictureStore(tables);
            mandates = new MandateStore(tables, scans);
            letters = new AccountLetters(tables, links, office, new Outbox(database, clock), texts);
            FederatedIdentities identities = new FederatedIdentities(tables);
            passwords = new PasswordCheck(accounts, guesses, pseudonyms, hashing);
            reassurance = new Reassurance(tables, accounts, identities, passwords);
            federation = new Federation(tables, accounts, identities, keys, letters, audit, reassurance);
            secondFactors = new SecondFactors(tables, vault, pseudonyms, guesses, audit);
        }

        AccountSignIn signIn(Translations texts, DemoAccount.Config demo) {
            try {
                DemoAccount unused = new DemoAccount(tables, accounts, hashing, demo);
            } catch (Exception busy) {
                throw new IllegalStateException(busy);
            }
            return new AccountSignIn(
                    tables,
                    accounts,
                    guesses,
                    hashing,
                    pseudonyms,
                    audit,
                    texts,
                    secondFactors,
                    federation,
                    reassurance,
                    pictures);
        }

        IdentityService service(Office office, Translations texts, OpenSessions sessions, IdentityProviders providers) {
            Registration registration = new Registration(
                    tables,
                    accounts,
                    links,
                    guesses,
                    pseudonyms,
                    hashing,
                    letters,
                    audit,
                    sessions,
                    passwords,
                    ByHand.settings(Registration.Config.class, Map.of()));
            People people = new People(tables, accounts, hashing, audit, sessions, vault, secondFactors, scans);
            Representation representation = new Representation(
                    tables, mandates, scans, accounts, guesses, pseudonyms, letters, audit, sessions);
            AccountApplications applications = new AccountApplications(
                    tables, new ApplicationStore(tables), accounts, links, guesses, pseudonyms, letters, audit);
            LookUps lookUps = new LookUps(tables, accounts, audit);
            return new IdentityService(
                    new AccountViews(
                            accounts,
                            registration,
                            new EmailChange(
                                    tables,
                                    accounts,
                                    new EmailChanges(tables),
                                    links,
                                    guesses,
                                    pseudonyms,
                                    letters,
                                    audit),
                            passwords,
                            sessions,
                            office,
                            secondFactors,
                            federation,
                            providers,
                            applications,
                            new Pictures(tables, pictures, accounts, audit, sessions)),
                    devices(office, sessions, passwords),
                    new MandateViews(representation, people, lookUps, keys),
                    privacy(office, texts, sessions, passwords),
                    new OfficeViews(
                            people,
                            lookUps,
                            new Verification(tables, accounts, letters, audit, sessions),
                            new AuditTrail(tables, audit),
                            applications));
        }

        private DeviceViews devices(Office office, OpenSessions sessions, PasswordCheck passwords) {
            DeviceStore store = new DeviceStore(tables);
            Passkeys passkeys = new Passkeys(office);
            return new DeviceViews(
                    new Pairing(tables, accounts, store, guesses, pseudonyms, hashing, audit, office),
                    new Devices(tables, accounts, store, hashing, passkeys, letters, audit, sessions),
                    passkeys,
                    passwords);
        }

        private PrivacyViews privacy(
                Office office, Translations texts, OpenSessions sessions, PasswordCheck passwords) {
            PersonalTrail trail = new PersonalTrail(tables);
            GivenConsents consents = new GivenConsents(tables, audit);
            Sections sections = new Sections(texts);
            AccountSection own = new AccountSection(
                    tables,
                    accounts,
                    vault,
                    secondFactors,
                    trail,
                    consents,
                    mandates,
                    new BrowserStore(tables),
                    pictures,
                    new DeviceStore(tables),
                    texts);
            return new PrivacyViews(
                    trail,
                    new DataExport(tables, sections, office, texts, new XhtmlPrinter(), audit),
                    passwords,
                    new Erasures(
                            tables, new ErasureRequests(tables), sections, own, accounts, letters, sessions, audit),
                    consents);
        }
    }
}
