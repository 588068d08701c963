package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Browsers;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.BrowserStore;
import pl.otwartagmina.identity.internal.store.BrowserStore.Known;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/**
 * Tells the owner of an account by letter when it is used in a browser for the first time: whoever has stolen a password does
 * not stay unseen. The very first browser of an account is its owner's.
 */
@Component(service = Browsers.class)
public final class UsedBrowsers implements Browsers {
    /** How long a browser is known without being used, the longest that one keeps a cookie. */
    static final Duration MEMORY = Duration.ofDays(400);

    /** How many browsers of an account are known; the one used least lately is forgotten for another. */
    static final int AT_MOST = 20;

    private final IdentityTables tables;
    private final BrowserStore browsers;
    private final AccountStore accounts;
    private final AccountLetters letters;
    private final Audit audit;
    private final Translations translations;

    @Activate
    public UsedBrowsers(
            @Reference IdentityTables tables,
            @Reference BrowserStore browsers,
            @Reference AccountStore accounts,
            @Reference AccountLetters letters,
            @Reference Audit audit,
            @Reference Translations translations) {
        this.tables = tables;
        this.browsers = browsers;
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.translations = translations;
    }

    @Override
    public void signedIn(Person person, String secret, String device, Origin origin) {
        Instant now = tables.clock().instant();
        if (!browsers.use(person.id(), secret, now.minus(MEMORY), now)) {
            tables.unit().tx(em -> {
                browsers.lock(person.id());
                // two windows of one browser may come at once
                return browsers.use(person.id(), secret, now.minus(MEMORY), now)
                        || add(person.id(), secret, Device.of(device), now, origin);
            });
        }
    }

    private boolean add(String account, String secret, Device device, Instant now, Origin origin) {
        List<Known> known = browsers.of(account);
        browsers.forget(account, now.minus(MEMORY));
        if (known.size() >= AT_MOST) {
            browsers.forget(account, known.get(AT_MOST - 1).lastUsed());
        }
        browsers.add(account, secret, device, now);
        if (!known.isEmpty()) {
            audit.record(tables.unit(), AuditRecord.by(account, origin, "identity.newBrowser", "account", account));
            accounts.find(account).ifPresent(owner -> tell(owner, device, now));
        }
        return true;
    }

    private void tell(Account owner, Device device, Instant now) {
        Locale language = letters.language(owner);
        String words = device.words((key, arguments) -> translations.text(language, key, arguments));
        letters.write(owner, "newBrowser", Formats.moment(now), words);
    }
}
