package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.OpenSession;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.identity.internal.PairedDevice.ByPasskey;
import pl.otwartagmina.identity.internal.PairedDevice.Lock;
import pl.otwartagmina.identity.internal.PairedDevice.Pin;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.DeviceStore;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/**
 * Phones that are paired with an account, and sign in to it without the password. A phone has a secret that never leaves it,
 * and is unlocked by a PIN of its own or by a passkey: two factors, so that no second step is asked for besides.
 */
@Component(service = Devices.class)
public final class Devices {
    /** At unlocking, in a row; then the phone is parted. */
    public static final int TRIES = 5;

    public static final int SHORTEST_PIN = 4;
    public static final int LONGEST_PIN = 8;

    private static final int SECRET_BYTES = 32;

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final DeviceStore devices;
    private final Hashing hashing;
    private final Passkeys passkeys;
    private final AccountLetters letters;
    private final Audit audit;
    private final OpenSessions sessions;
    /** Which phone opened which sessions; they live in memory as well. */
    private final Map<String, Set<String>> opened = new ConcurrentHashMap<>();

    /** What came of unlocking a phone. */
    public sealed interface Unlocking {}

    public record Unlocked(Person person) implements Unlocking {}

    /** @param left tries that are left */
    public record Wrong(int left) implements Unlocking {}

    /** Not looked at: too many people at once. */
    public record NotNow(Duration pause) implements Unlocking {}

    /** The phone is not paired, or not any more. */
    public record NotPaired() implements Unlocking {}

    @Activate
    public Devices(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference DeviceStore devices,
            @Reference Hashing hashing,
            @Reference Passkeys passkeys,
            @Reference AccountLetters letters,
            @Reference Audit audit,
            @Reference OpenSessions sessions) {
        this.tables = tables;
        this.accounts = accounts;
        this.devices = devices;
        this.hashing = hashing;
        this.passkeys = passkeys;
        this.letters = letters;
        this.audit = audit;
        this.sessions = sessions;
    }

    /** Whether this can unlock a phone: digits, and none of the rows of digits that are tried first. */
    public static boolean isGoodPin(String pin) {
        if (!pin.matches("[0-9]{" + SHORTEST_PIN + "," + LONGEST_PIN + "}")) {
            return false;
        }
        int step = pin.charAt(1) - pin.charAt(0);
        boolean even = Math.abs(step) <= 1;
        for (int i = 2; i < pin.length(); i++) {
            even &= pin.charAt(i) - pin.charAt(i - 1) == step;
        }
        return !even;
    }

    /** The phones of the person, the newest first. */
    public List<PairedDevice> of(Acting acting) {
        return devices.of(account(acting));
    }

    /**
     * Pairs a phone that a PIN of its own unlocks.
     *
     * @param name as the owner calls it
     * @param pin {@link #isGoodPin}; cleared by the caller
     * @param before secret that the phone had, empty for none: it is that phone no more
     * @return the secret of the phone; empty if it took too long since the PIN for pairing was typed
     * @throws Hashing.Busy if too many people are at it now
     */
    public Optional<String> pair(Pairing.Granted claim, String name, char[] pin, String before, Origin origin)
            throws Hashing.Busy {
        String secret = RandomText.of(SECRET_BYTES);
        char[] locked = locked(pin, secret);
        try {
            return pair(claim, name, new Pin(hashing.hash(locked)), secret, before, origin);
        } finally {
            Arrays.fill(locked, ' ');
        }
    }

    /**
     * Pairs a phone that a passkey unlocks.
     *
     * @param answer of the browser to the challenge
     * @return the secret of the phone; empty if the answer is not good, or it took too long
     */
    public Optional<String> pair(
            Pairing.Granted claim, String name, Challenge challenge, String answer, String before, Origin origin) {
        return passkeys.made(challenge, answer)
                .flatMap(passkey ->
                        pair(claim, name, new ByPasskey(passkey), RandomText.of(SECRET_BYTES), before, origin));
    }

    private Optional<String> pair(
            Pairing.Granted claim, String name, Lock lock, String secret, String before, Origin origin) {
        Instant now = tables.clock().instant();
        Account account = claim.account();
        if (!now.isBefore(claim.until())) {
            return Optional.empty();
        }
        PairedDevice device = new PairedDevice(claim.device(), account.id(), name, lock, now, Optional.empty());
        return tables.unit().tx(em -> {
            devices.bySecret(before).ifPresent(old -> remove(old, "replaced", origin));
            devices.add(device, secret);
            audit.record(
                    tables.unit(), AuditRecord.by(account.id(), origin, "identity.device.pair", "device", device.id()));
            // whoever did not do it learns of it
            letters.write(account, "devicePaired", name);
            return Optional.of(secret);
        });
    }

    /** The phone that has this secret, if its owner still has an account. */
    public Optional<PairedDevice> find(String secret) {
        return devices.bySecret(secret)
                .filter(device -> owner(device).filter(Devices::isActive).isPresent());
    }

    /**
     * Signs in the owner of the phone, as surely as the account is known.
     *
     * @param pin cleared by the caller
     */
    public Unlocking unlock(String secret, char[] pin, Origin origin) {
        return unlock(secret, origin, device -> {
            if (!(device.lock() instanceof Pin lock)) {
                return Optional.empty();
            }
            char[] locked = locked(pin, secret);
            try {
                return hashing.fits(locked, Optional.of(lock.hash())) ? Optional.of(0L) : Optional.empty();
            } finally {
                Arrays.fill(locked, ' ');
            }
        });
    }

    /** The same by the passkey of the phone. */
    public Unlocking unlock(String secret, Challenge challenge, String answer, Origin origin) {
        return unlock(
                secret,
                origin,
                device -> device.lock() instanceof ByPasskey lock
                        ? passkeys.used(challenge, device.id(), lock.passkey(), answer)
                                .map(Passkey::counter)
                        : Optional.empty());
    }

    /** Tells the counter of the phone, if what was shown unlocks it. */
    @FunctionalInterface
    private interface Check {
        Optional<Long> of(PairedDevice device) throws Hashing.Busy;
    }

    private Unlocking unlock(String secret, Origin origin, Check check) {
        Optional<PairedDevice> found = find(secret);
        if (found.isEmpty()) {
            return new NotPaired();
        }
        PairedDevice device = found.get();
        if (!devices.countTry(device.id(), TRIES)) {
            return new NotPaired();
        }
        Optional<Long> counter;
        try {
            counter = check.of(device);
        } catch (Hashing.Busy busy) {
            devices.takeBackTry(device.id());
            return new NotNow(hashing.patience());
        }
        return counter.map(count -> enter(device, count, origin)).orElseGet(() -> refuse(device, origin));
    }

    private Unlocking enter(PairedDevice device, long counter, Origin origin) {
        return tables.unit().tx(em -> {
            if (!devices.unlocked(device.id(), counter)) {
                return new NotPaired();
            }
            Account now = accounts.signedIn(device.account(), tables.clock().instant());
            audit.record(
                    tables.unit(),
                    AuditRecord.by(now.id(), origin, "identity.signIn", "account", now.id())
                            .because("device"));
            remember(device, origin);
            return new Unlocked(now.person());
        });
    }

    private Unlocking refuse(PairedDevice device, Origin origin) {
        int left = TRIES - devices.tries(device.id());
        tables.unit().tx(em -> {
            audit.record(
                    tables.unit(),
                    AuditRecord.by(AuditRecord.VISITOR, origin, "identity.signIn", "account", device.account())
                            .because("device")
                            .with(AuditRecord.Result.REFUSED));
            if (left <= 0 && remove(device, "guessed", origin)) {
                owner(device).ifPresent(owner -> letters.write(owner, "deviceLocked", device.name()));
            }
            return device;
        });
        return left <= 0 ? new NotPaired() : new Wrong(left);
    }

    /** Parts a phone from the account: it unlocks nothing any more, and what it opened is closed at once. */
    public void revoke(Acting acting, PairedDevice device) {
        String account = account(acting);
        boolean removed = tables.unit().tx(em -> {
            boolean there = devices.remove(account, device.id());
            if (there) {
                audit.record(tables.unit(), AuditRecord.of(acting, "identity.device.revoke", "device", device.id()));
            }
            return there;
        });
        if (removed) {
            endSessions(device);
        }
    }

    private boolean remove(PairedDevice device, String why, Origin origin) {
        boolean removed = devices.remove(device.account(), device.id());
        if (removed) {
            audit.record(
                    tables.unit(),
                    AuditRecord.by(AuditRecord.VISITOR, origin, "identity.device.revoke", "device", device.id())
                            .because(why));
            endSessions(device);
        }
        return removed;
    }

    private void remember(PairedDevice device, Origin origin) {
        Set<String> open = opened.computeIfAbsent(device.id(), id -> ConcurrentHashMap.newKeySet());
        open.retainAll(
                sessions.of(device.account()).stream().map(OpenSession::id).toList());
        open.add(origin.session());
    }

    private void endSessions(PairedDevice device) {
        Optional.ofNullable(opened.remove(device.id()))
                .ifPresent(names -> names.forEach(name -> sessions.end(device.account(), name)));
    }

    private Optional<Account> owner(PairedDevice device) {
        return accounts.find(device.account());
    }

    private static boolean isActive(Account account) {
        return account.state() == Account.State.ACTIVE;
    }

    /** With the secret of the phone in it: from the table alone nobody finds a PIN, which may be that of a card as well. */
    private static char[] locked(char[] pin, String secret) {
        char[] both = Arrays.copyOf(pin, pin.length + 1 + secret.length());
        both[pin.length] = ':';
        secret.getChars(0, secret.length(), both, pin.length + 1);
        return both;
    }

    private static String account(Acting acting) {
        return acting.person().map(Person::id).orElseThrow();
    }
}
