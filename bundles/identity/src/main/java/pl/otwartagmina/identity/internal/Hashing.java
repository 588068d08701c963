package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Hashes passwords, a few at a time: each takes a processor and megabytes for some hundredths of a second. */
@Component(service = Hashing.class, configurationPid = "pl.otwartagmina.identity.passwords")
@Designate(ocd = Hashing.Config.class)
public final class Hashing {
    /** What a password costs to guess, and to check. */
    @ObjectClassDefinition(name = "Passwords", description = "How passwords are hashed (Argon2id)")
    public @interface Config {
        @AttributeDefinition(description = "KiB of memory for one hash")
        int memory() default 19_456;

        @AttributeDefinition(description = "Passes over that memory")
        int passes() default 2;

        @AttributeDefinition(description = "How many are hashed at once; 0 for one less than there are processors")
        int at__once() default 0;

        @AttributeDefinition(description = "Seconds that a sign-in waits for its turn")
        int patience__seconds() default 5;
    }

    private final PasswordHash.Strength strength;
    private final Semaphore turns;
    private final Duration patience;
    private final PasswordHash nobodys;

    @Activate
    public Hashing(Config config) {
        this(
                new PasswordHash.Strength(config.memory(), config.passes(), 1),
                config.at__once() > 0
                        ? config.at__once()
                        : Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                Duration.ofSeconds(config.patience__seconds()));
    }

    Hashing(PasswordHash.Strength strength, int atOnce, Duration patience) {
        this.strength = strength;
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
        this.nobodys = PasswordHash.of("nobody".toCharArray(), strength);
    }

    /**
     * A hash to be kept.
     *
     * @throws Busy if too many others wait
     */
    PasswordHash hash(char[] password) throws Busy {
        return inTurn(() -> PasswordHash.of(password, strength));
    }

    /**
     * Whether the password is the one of the hash; where there is none, the answer is no and takes as long.
     *
     * @throws Busy if too many others wait
     */
    boolean fits(char[] password, Optional<PasswordHash> hash) throws Busy {
        boolean same = inTurn(() -> hash.orElse(nobodys).fits(password));
        return same && hash.isPresent();
    }

    /** Whether the settings have changed since this was hashed. */
    boolean isOutdated(PasswordHash hash) {
        return !hash.strength().equals(strength);
    }

    Duration patience() {
        return patience;
    }

    private <T> T inTurn(Supplier<T> work) throws Busy {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Too many people sign in at this moment. */
    public static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
