package pl.otwartagmina.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.bench.plain.PlainAccounts;

/**
 * What signing in costs besides the hash, whether its time tells names that are known from others, and whether somebody who
 * guesses slows down everybody else. Accounts alone, without pages.
 */
final class SignIns {
    /** Four sign-ins in the time of five hashes. */
    private static final double OF_HASH = 1.25;

    private static final double OF_TIME = 1.05;
    private static final double OF_CALM = 2;
    private static final int GUESSERS = 64;
    private static final int GUESSES = 10_000;
    /** Each guesser waits so long for its answer to cross the network; without it they would only compete for processors. */
    private static final Duration WAY = Duration.ofMillis(10);

    private static final String PASSWORD = "zielony rower w deszczu";
    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final PlainAccounts accounts;
    private final int times;
    private int places;

    private SignIns(PlainAccounts accounts, int times) {
        this.accounts = accounts;
        this.times = times;
    }

    static List<Figure> measure(Places places, int times) throws IOException, InterruptedException, ExecutionException {
        try (PlainAccounts accounts =
                PlainAccounts.open(Files.createDirectories(places.work().resolve("accounts")))) {
            return new SignIns(accounts, times).measure();
        }
    }

    private List<Figure> measure() throws InterruptedException, ExecutionException {
        Base64.Encoder plain = Base64.getEncoder().withoutPadding();
        String hash =
                "$argon2id$v=19$m=19456,t=2,p=1$" + plain.encodeToString(SALT) + "$" + plain.encodeToString(hash());
        IntStream.range(0, times).forEach(i -> accounts.add(known(i), hash));
        accounts.add("target@poczta.example", hash);
        for (int i = 0; i < 5; i++) {
            hash();
            enter(known(i));
        }

        // turn by turn, so that a noisy moment meets both
        Samples hashes = new Samples();
        Samples entries = new Samples();
        Samples wrong = new Samples();
        Samples unknown = new Samples();
        for (int i = 0; i < times; i++) {
            String known = known(i);
            String nobody = "nobody" + i + "@poczta.example";
            hashes.add(millis(SignIns::hash));
            entries.add(millis(() -> enter(known)));
            wrong.add(millis(() -> refuse(known)));
            unknown.add(millis(() -> refuse(nobody)));
        }
        Samples calm = entriesOneByOne();
        Samples stormy = duringStorm();
        return List.of(
                Figure.against("a sign-in, against its hash alone", "ms", entries.median(), hashes.median(), OF_HASH),
                Figure.against(
                        "refusing an unknown name, against a known one",
                        "ms",
                        unknown.median(),
                        wrong.median(),
                        OF_TIME),
                Figure.against(
                        "p99 of a sign-in during 10 000 wrong guesses, against calm",
                        "ms",
                        stormy.percentile(99),
                        calm.percentile(99),
                        OF_CALM));
    }

    private Samples entriesOneByOne() {
        Samples samples = new Samples();
        for (int i = 0; i < times; i++) {
            String known = known(i);
            samples.add(millis(() -> enter(known)));
        }
        return samples;
    }

    /** Guesses go on as long as the others sign in, and at least until there were as many as the goal says. */
    private Samples duringStorm() throws InterruptedException, ExecutionException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger guessed = new AtomicInteger();
        ExecutorService guessers = Executors.newFixedThreadPool(GUESSERS);
        try {
            List<? extends Future<?>> storm = IntStream.range(0, GUESSERS)
                    .mapToObj(guesser -> guessers.submit(() -> {
                        while (!over.get() || guessed.get() < GUESSES) {
                            int number = guessed.incrementAndGet();
                            accounts.signIn()
                                    .signIn(
                                            "target@poczta.example",
                                            ("guess" + number).toCharArray(),
                                            new Origin("198.51.100." + number % 250, ""));
                            LockSupport.parkNanos(WAY.toNanos());
                        }
                    }))
                    .toList();
            Samples samples = entriesOneByOne();
            over.set(true);
            for (Future<?> guesser : storm) {
                guesser.get();
            }
            return samples;
        } finally {
            guessers.shutdownNow();
        }
    }

    private static double millis(Runnable act) {
        long began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static byte[] hash() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(19_456)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(SALT)
                .build());
        byte[] hash = new byte[32];
        generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private void enter(String name) {
        require(accounts.signIn().signIn(name, PASSWORD.toCharArray(), elsewhere()) instanceof SignIn.Welcome);
    }

    private void refuse(String name) {
        require(accounts.signIn().signIn(name, "wrong".toCharArray(), elsewhere()) instanceof SignIn.Refused);
    }

    /** Each time another address, so that none has to wait for what came from it before. */
    private Origin elsewhere() {
        places++;
        return new Origin("203.0." + places / 250 % 250 + "." + places % 250, "");
    }

    private static void require(boolean expected) {
        if (!expected) {
            throw new IllegalStateException("An account did not behave as the benchmark needs it");
        }
    }

    private static String known(int number) {
        return "halina" + number + "@poczta.example";
    }
}
