package pl.otwartagmina.identity.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.DeviceStore;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** How a phone proves that it is its owner who pairs it: by a PIN that the portal shows where the owner is signed in. */
@Component(service = Pairing.class)
public final class Pairing {
    /** How long a PIN is good, and then how long the phone may take to get its lock. */
    public static final Duration VALIDITY = Duration.ofMinutes(10);
    /** At one PIN. */
    public static final int TRIES = 5;

    private static final String SCREEN = "e/identity/phone";
    private static final int PINS = 1_000_000;
    private static final int LONGEST_USER_NAME = 254;

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final DeviceStore devices;
    private final Guesses guesses;
    private final Pseudonyms pseudonyms;
    private final Hashing hashing;
    private final Audit audit;
    private final Office office;

    /** A PIN of six digits, and until when it is good. */
    public record Pin(String digits, Instant until) {}

    /** What came of typing a user name and a PIN. */
    public sealed interface Claim {}

    /**
     * Both fit: now the phone gets its lock.
     *
     * @param device id of the phone to be
     */
    public record Granted(Account account, String device, Instant until) implements Claim {}

    /** They do not fit; which of them is wrong is not told. */
    public record NotGranted() implements Claim {}

    /** Not looked at: too many failures before, or too many people at once. */
    public record Later(Duration pause) implements Claim {}

    @Activate
    public Pairing(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference DeviceStore devices,
            @Reference Guesses guesses,
            @Reference Pseudonyms pseudonyms,
            @Reference Hashing hashing,
            @Reference Audit audit,
            @Reference Office office) {
        this.tables = tables;
        this.accounts = accounts;
        this.devices = devices;
        this.guesses = guesses;
        this.pseudonyms = pseudonyms;
        this.hashing = hashing;
        this.audit = audit;
        this.office = office;
    }

    /** Where a phone is paired. */
    public URI screen() {
        return office.portal().resolve(SCREEN);
    }

    /**
     * A PIN with which one phone can be paired, shown only now; an earlier one is good for nothing any more.
     *
     * @throws Hashing.Busy if too many people are at it now
     */
    public Pin expect(Acting acting) throws Hashing.Busy {
        String account = account(acting);
        String digits = String.format(Locale.ROOT, "%06d", new SecureRandom().nextInt(PINS));
        PasswordHash hash = hashing.hash(keyed(account, digits));
        Instant until = tables.clock().instant().plus(VALIDITY);
        return tables.unit().tx(em -> {
            devices.expect(account, hash, until);
            audit.record(tables.unit(), AuditRecord.of(acting, "identity.device.expect", "account", account));
            return new Pin(digits, until);
        });
    }

    /** How long a PIN is good yet. */
    public Duration left(Pin pin) {
        return Duration.between(tables.clock().instant(), pin.until());
    }

    /** Whether the PIN still waits for a phone. */
    public boolean isExpected(Acting acting) {
        return devices.isExpected(account(acting), TRIES);
    }

    /** The PIN is good for nothing any more. */
    public void expectNone(Acting acting) {
        devices.expectNone(account(acting));
    }

    /** Tries a PIN; it can be guessed no oftener than a password, and the answer for unknown names is the same. */
    public Claim claim(String userName, String pin, Origin origin) {
        String name = EmailAddress.normal(userName);
        if (name.isEmpty() || name.length() > LONGEST_USER_NAME) {
            return new NotGranted();
        }
        String place = pseudonyms.of("address", origin.address());
        Optional<Account> account = accounts.byName(name).filter(known -> known.state() == Account.State.ACTIVE);
        String id = account.map(Account::id).orElse(name);
        String subject = pseudonyms.of("account", id);
        Optional<Duration> tooMany =
                guesses.admit(place, GuessRule.Bucket.USUAL).or(() -> guesses.admit(subject, GuessRule.Doubling.USUAL));
        if (tooMany.isPresent()) {
            return new Later(tooMany.get());
        }
        boolean fits;
        try {
            fits = fits(account, keyed(id, pin));
        } catch (Hashing.Busy busy) {
            return new Later(hashing.patience());
        }
        if (!fits || account.isEmpty()) {
            audit.record(
                    tables.unit(),
                    AuditRecord.by(
                                    AuditRecord.VISITOR,
                                    origin,
                                    "identity.device.pair",
                                    "account",
                                    account.map(Account::id).orElse(""))
                            .with(AuditRecord.Result.REFUSED));
            return new NotGranted();
        }
        guesses.succeeded(subject, GuessRule.Doubling.USUAL);
        guesses.succeeded(place, GuessRule.Bucket.USUAL);
        return new Granted(
                account.get(),
                UUID.randomUUID().toString(),
                tables.clock().instant().plus(VALIDITY));
    }

    /** Takes as long where nobody has this name, or nobody waits for a phone. */
    private boolean fits(Optional<Account> account, char[] pin) throws Hashing.Busy {
        String id = account.map(Account::id).orElse("");
        Optional<PasswordHash> expected = devices.tryPairing(id, TRIES);
        return hashing.fits(pin, expected) && devices.usePairing(id, expected.orElseThrow());
    }

    /** Six digits are soon guessed by whoever has the table, but not without the secret of the portal. */
    private char[] keyed(String account, String pin) {
        return pseudonyms
                .of("pairing", account + ":" + pin.replaceAll("\\s", ""))
                .toCharArray();
    }

    private static String account(Acting acting) {
        return acting.person().map(Person::id).orElseThrow();
    }
}
