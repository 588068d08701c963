package pl.otwartagmina.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** A portal with a {@link FaultAgent} in its JVM. It can be killed at a step and started again. */
final class FaultyPortal implements AutoCloseable {
    private static final int DEMO_FILES = 3;

    private final Path data;
    private final Path folder;
    /** The same after a restart: the bank goes on to notify there. */
    private final int port = PortalProcess.freePort();

    private final String[] options;
    private final Map<String, String> environment;
    private PortalProcess portal;

    /** @param agentOptions behind the folder, such as {@link FaultAgent#CARELESS}; empty for none */
    FaultyPortal(Path data, String agentOptions, String... options) {
        this.data = data;
        this.options = options.clone();
        try {
            folder = Files.createDirectories(data.resolve("faults"));
            Path jar = agent(folder.resolve("agent.jar"));
            environment = Map.of(
                    "PORTAL_JAVA_OPTS",
                    "-XX:TieredStopAtLevel=1 -javaagent:" + jar + "=" + folder
                            + (agentOptions.isEmpty() ? "" : "," + agentOptions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        portal = start();
        Path log = data.resolve("data/log/portal.log");
        Until.holds("the dues of the demo", Duration.ofMinutes(3), () -> count(log, "Demo data: ") == DEMO_FILES);
    }

    private static long count(Path log, String text) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PortalProcess start() {
        return PortalProcess.start(data, port, environment, options)
                .withModule("payments")
                .withModule("sandbox-bank");
    }

    PortalProcess portal() {
        return portal;
    }

    /** Kills itself at this step from now on; 0 for never. */
    void arm(int step) {
        try {
            Path next = Files.writeString(folder.resolve("next"), String.valueOf(step));
            Files.deleteIfExists(folder.resolve(FaultAgent.PASSED));
            Files.move(next, folder.resolve(FaultAgent.ARM), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Disarms it, if it lives. */
    int passed() {
        arm(0);
        Path passed = folder.resolve(FaultAgent.PASSED);
        Until.holds("the agent answers", Duration.ofSeconds(5), () -> Files.exists(passed));
        try {
            return Integer.parseInt(Files.readString(passed).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDead() {
        return !portal.isAlive();
    }

    /** Whether it is dead, or will be in a moment. */
    boolean dies() {
        try {
            Until.holds("dead", Duration.ofSeconds(5), this::isDead);
            return true;
        } catch (AssertionError lives) {
            return false;
        }
    }

    void startAgain() {
        arm(0);
        portal.close();
        portal = start();
    }

    @Override
    public void close() {
        portal.close();
    }

    private static Path agent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", FaultAgent.class.getName());
        main.putValue("Can-Retransform-Classes", "true");
        main.putValue(
                "Class-Path",
                ByteBuddy.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> type : new Class<?>[] {
                FaultAgent.class, FaultAgent.Commit.class, FaultAgent.Write.class, FaultAgent.Careless.class
            }) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (var in = type.getClassLoader().getResourceAsStream(name)) {
                    Objects.requireNonNull(in).transferTo(out);
                }
            }
        }
        return jar;
    }
}
