package pl.otwartagmina.tests;

import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * Inside the portal's JVM: ends it, as {@code kill -9} does, at a step of a payment. A step is the moment before and the moment
 * after a transaction of payments or of the simulated bank in which something was written is committed; what goes over the
 * network lies between two of them. The file {@code arm} in its folder tells at which step; 0 for none.
 */
public final class FaultAgent {
    static final String ARM = "arm";
    /** How many steps were passed when it was last disarmed. */
    static final String PASSED = "passed";
    /** Stands in the options of the agent for a portal that books whatever it is told, however often. */
    static final String CARELESS = "careless";

    private static final String WRITES = "portal.faults.writes";
    private static final String COMMITS = "portal.faults.commits";
    private static final String COMMITTED = "portal.faults.committed";
    private static final List<String> CONCERNED =
            List.of("pl.otwartagmina.service.payments.", "pl.otwartagmina.integration.sandboxbank.");
    private static final int MILLIS = 20;

    private final Path folder;
    private final ThreadLocal<Boolean> written = ThreadLocal.withInitial(() -> false);
    private final AtomicInteger passed = new AtomicInteger();
    private volatile int last;

    private FaultAgent(Path folder) {
        this.folder = folder;
    }

    /** @param options the folder, and {@link #CARELESS} behind a comma or nothing */
    public static void premain(String options, Instrumentation instrumentation) {
        String[] parts = options.split(",", -1);
        FaultAgent agent = new FaultAgent(Path.of(parts[0]));
        // bundles see nothing of the agent but what is Java's own
        System.getProperties().put(WRITES, (Runnable) () -> agent.written.set(true));
        System.getProperties().put(COMMITS, (Runnable) agent::step);
        System.getProperties().put(COMMITTED, (Runnable) () -> {
            agent.step();
            agent.written.set(false);
        });
        AgentBuilder builder = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .type(named("com.zaxxer.hikari.pool.ProxyConnection"))
                .transform((type, description, loader, module, domain) ->
                        type.visit(Advice.to(Commit.class).on(named("commit"))))
                .type(named("com.zaxxer.hikari.pool.ProxyPreparedStatement")
                        .or(named("com.zaxxer.hikari.pool.ProxyStatement")))
                .transform((type, description, loader, module, domain) -> type.visit(Advice.to(Write.class)
                        .on(nameStartsWith("executeUpdate").or(named("executeBatch")))));
        if (parts.length > 1 && parts[1].equals(CARELESS)) {
            builder = builder.type(named("pl.otwartagmina.service.payments.internal.order.OrderState"))
                    .transform((type, description, loader, module, domain) ->
                            type.visit(Advice.to(Careless.class).on(named("after"))));
        }
        builder.installOn(instrumentation);
        Thread thread = new Thread(agent::watch, "faults");
        thread.setDaemon(true);
        thread.start();
    }

    private void step() {
        if (last > 0 && Boolean.TRUE.equals(written.get()) && concernsPayments() && passed.incrementAndGet() == last) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static boolean concernsPayments() {
        return Arrays.stream(Thread.currentThread().getStackTrace())
                .anyMatch(frame -> CONCERNED.stream().anyMatch(frame.getClassName()::startsWith));
    }

    private void watch() {
        while (true) {
            try {
                int wanted =
                        Integer.parseInt(Files.readString(folder.resolve(ARM)).strip());
                if (wanted != last) {
                    if (wanted == 0) {
                        last = 0;
                        Files.writeString(folder.resolve(PASSED), passed.toString());
                    } else {
                        passed.set(0);
                        last = wanted;
                    }
                }
            } catch (IOException | NumberFormatException notYet) {
                // half written, or not there
            }
            LockSupport.parkNanos(MILLIS * 1_000_000L);
        }
    }

    /** Becomes part of what commits. */
    static final class Commit {
        private Commit() {}

        @Advice.OnMethodEnter
        static void before() {
            ((Runnable) Objects.requireNonNull(System.getProperties().get("portal.faults.commits"))).run();
        }

        @Advice.OnMethodExit
        static void after() {
            ((Runnable) Objects.requireNonNull(System.getProperties().get("portal.faults.committed"))).run();
        }
    }

    /** Becomes part of what writes. */
    static final class Write {
        private Write() {}

        @Advice.OnMethodEnter
        static void before() {
            ((Runnable) Objects.requireNonNull(System.getProperties().get("portal.faults.writes"))).run();
        }
    }

    /** The planted bug: money that is here already is taken for news. */
    static final class Careless {
        private Careless() {}

        @Advice.OnMethodExit
        @SuppressWarnings({"unchecked", "rawtypes"})
        static void again(
                @Advice.This Object state,
                @Advice.Argument(0) Object said,
                @Advice.Return(readOnly = false) List<?> path) {
            if (said.toString().equals("CONFIRMED")) {
                Class type = ((Enum) state).getDeclaringClass();
                path = List.of(Enum.valueOf(type, "CONFIRMED"), Enum.valueOf(type, "BOOKED"));
            }
        }
    }
}
