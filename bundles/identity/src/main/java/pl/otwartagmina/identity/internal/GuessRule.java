package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often a password may be guessed. */
public sealed interface GuessRule {
    /** After this time without any, guesses are forgotten. */
    Duration MEMORY = Duration.ofHours(24);

    /**
     * What is known of the guesses at one account, or from one address.
     *
     * @param failures in a row; a guess counts as one until it has succeeded
     * @param freeAt from when on the next one is looked at
     */
    record Standing(int failures, Instant freeAt) {}

    /** A first guess. */
    Standing first(Instant now);

    /** What is known once another guess is let through; empty where it has to wait. */
    Optional<Standing> next(Standing before, Instant now);

    /** How long until a guess is let through again. */
    Duration wait(Standing before, Instant now);

    /** What is known once a guess was right; empty for nothing. */
    Optional<Standing> afterSuccess(Standing before);

    /**
     * For one account: a few guesses at once, then a pause that doubles with each failure. It never locks for good, since
     * otherwise anybody could lock anybody out.
     *
     * @param free guesses before the first pause
     * @param pause the first one
     * @param longest pause
     */
    record Doubling(int free, Duration pause, Duration longest) implements GuessRule {
        /** Five guesses, then 2, 4, 8 … seconds, at most a quarter of an hour. */
        public static final Doubling USUAL = new Doubling(5, Duration.ofSeconds(2), Duration.ofMinutes(15));

        private static final int MOST_DOUBLINGS = 30;

        @Override
        public Standing first(Instant now) {
            return after(1, now);
        }

        @Override
        public Optional<Standing> next(Standing before, Instant now) {
            if (now.isBefore(before.freeAt())) {
                return Optional.empty();
            }
            boolean forgotten = now.isAfter(before.freeAt().plus(MEMORY));
            return Optional.of(after(forgotten ? 1 : before.failures() + 1, now));
        }

        @Override
        public Duration wait(Standing before, Instant now) {
            return Duration.between(now, before.freeAt());
        }

        @Override
        public Optional<Standing> afterSuccess(Standing before) {
            return Optional.empty();
        }

        private Standing after(int failures, Instant now) {
            int doublings = Math.min(failures - free, MOST_DOUBLINGS);
            Duration wait = doublings < 0 ? Duration.ZERO : pause.multipliedBy(1L << doublings);
            return new Standing(failures, now.plus(wait.compareTo(longest) > 0 ? longest : wait));
        }
    }

    /**
     * A bucket of tokens, one for each guess.
     *
     * @param size of the bucket
     * @param refill time until a token more is in it
     */
    record Bucket(int size, Duration refill) implements GuessRule {
        /** For one address, behind which there may be a whole school: thirty at once, then one in two seconds. */
        public static final Bucket USUAL = new Bucket(30, Duration.ofSeconds(2));

        /**
         * For all accounts and addresses together, so that a flood from everywhere leaves the machine to others: three
         * hundred at once, then ten in a second.
         */
        public static final Bucket EVERYBODY = new Bucket(300, Duration.ofMillis(100));

        // freeAt is when the bucket will be full again; all else follows from it

        @Override
        public Standing first(Instant now) {
            return new Standing(0, now.plus(refill));
        }

        @Override
        public Optional<Standing> next(Standing before, Instant now) {
            if (!wait(before, now).isZero()) {
                return Optional.empty();
            }
            Instant from = before.freeAt().isBefore(now) ? now : before.freeAt();
            return Optional.of(new Standing(0, from.plus(refill)));
        }

        @Override
        public Duration wait(Standing before, Instant now) {
            Duration left = Duration.between(now.plus(refill.multipliedBy(size - 1L)), before.freeAt());
            return left.isNegative() ? Duration.ZERO : left;
        }

        /** The token goes back: a school in which everybody signs in at eight guesses nothing. */
        @Override
        public Optional<Standing> afterSuccess(Standing before) {
            return Optional.of(new Standing(0, before.freeAt().minus(refill)));
        }
    }
}
