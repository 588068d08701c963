package pl.otwartagmina.identity.internal.privacy;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.identity.internal.audit.PersonalTrail;
import pl.otwartagmina.identity.internal.store.DeviceStore;

/** All of privacy over a test's database. */
final class PrivacyParts implements AutoCloseable {
    static final Translations WORDS = (locale, key, arguments) -> key;

    final Parts parts;
    final Sections sections = new Sections(WORDS);
    final ErasureRequests requests;
    final GivenConsents consents;
    final AccountSection own;
    final FakeSection water = new FakeSection("water");
    final FakeSection surveys = new FakeSection("surveys");

    /** The smallest picture. */
    static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    PrivacyParts(Database database, Path folder) {
        parts = new Parts(database, folder);
        requests = new ErasureRequests(parts.tables);
        consents = new GivenConsents(parts.tables, parts.audit());
        own = new AccountSection(
                parts.tables,
                parts.accounts,
                parts.vault,
                parts.secondFactors(),
                new PersonalTrail(parts.tables),
                consents,
                parts.mandates,
                parts.browsers,
                parts.pictureStore,
                new DeviceStore(parts.tables),
                WORDS);
        sections.add(own);
        sections.add(water);
        sections.add(surveys);
    }

    Erasures erasures() {
        return new Erasures(
                parts.tables,
                requests,
                sections,
                own,
                parts.accounts,
                parts.accountLetters(),
                parts.sessions,
                parts.audit());
    }

    static Acting acting(Account account) {
        return new Acting(Optional.of(account.person()), Locale.ROOT, Parts.HOME);
    }

    @Override
    public void close() {
        water.release.countDown();
        surveys.release.countDown();
        sections.close();
    }
}
