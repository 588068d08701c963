package pl.otwartagmina.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server under test: a process of ours, what it costs, what lives in its heap. */
final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int START_TIME = 19;

    private final Process process;
    private final Path data;
    private final int port;
    private final int consolePort;
    private long pid;
    private double seconds;
    private double commandSeconds;

    private Server(Process process, Path data, int port, int consolePort) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.consolePort = consolePort;
        this.pid = process.pid();
    }

    /** The portal, as operators start it. */
    static Server portal(Places places, Path data) throws IOException, InterruptedException {
        places.prepare(data);
        int port = freePort();
        int console = freePort();
        List<String> command = List.of(
                places.script().toString(),
                "run",
                "--data",
                data.toString(),
                "--http-port",
                Integer.toString(port),
                "--console-port",
                Integer.toString(console));
        Server server = new Server(start(command, data), data, port, console);
        server.awaitFirstPage();
        return server;
    }

    /** The same views without OSGi, with the same options of Java, and these besides. */
    static Server plain(Places places, Path data, String... options) throws IOException, InterruptedException {
        places.prepare(data);
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                places.java("java"),
                "-Xms128m",
                "-Xmx1g",
                "-XX:MetaspaceSize=160m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.config.file=" + places.logging()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                places.plainClassPath(),
                "pl.otwartagmina.bench.plain.PlainPortal",
                data.toString(),
                Integer.toString(port)));
        Server server = new Server(start(command, data), data, port, 0);
        server.awaitFirstPage();
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    int consolePort() {
        return consolePort;
    }

    Path data() {
        return data;
    }

    /** From the start of its Java to the first whole page. */
    double secondsToFirstPage() {
        return seconds;
    }

    /** From the command to the first whole page. */
    double secondsFromCommand() {
        return commandSeconds;
    }

    /** Processor time it took so far, in milliseconds. */
    double processorMillis() throws IOException {
        String[] fields = stat();
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * 1000 / TICKS_PER_SECOND;
    }

    /** Fields of /proc/PID/stat after the program's name. */
    private String[] stat() throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    /** Bytes of the objects that can be reached, after a full collection. */
    long liveBytes(Places places) throws IOException, InterruptedException {
        jcmd(places, "GC.run");
        jcmd(places, "GC.run");
        String total = jcmd(places, "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("No histogram of process " + pid));
        return Long.parseLong(total.trim().split("\\s+")[2]);
    }

    /** How many classes of this name are loaded, each by a class loader of its own, after a full collection. */
    long loaded(Places places, String className) throws IOException, InterruptedException {
        jcmd(places, "GC.run");
        jcmd(places, "GC.run");
        return jcmd(places, "VM.class_hierarchy", className)
                .lines()
                .filter(line -> line.contains(className + "/"))
                .count();
    }

    /** What the JDK's jcmd says of it. */
    String jcmd(Places places, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(places.java("jcmd"), Long.toString(pid)));
        words.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process start(List<String> command, Path data) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("bench.log").toFile())
                .start();
        // nothing outlives an interrupted benchmark
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    private void awaitFirstPage() throws IOException, InterruptedException {
        Instant began = Instant.now();
        Visitor visitor = new Visitor(address());
        while (true) {
            try {
                visitor.page("");
                break;
            } catch (IOException notYet) {
                if (!process.isAlive() || Duration.between(began, Instant.now()).compareTo(PATIENCE) > 0) {
                    close();
                    throw new IOException("No page at " + address() + "; see " + data.resolve("bench.log"), notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
        commandSeconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        pid = portalProcess();
        String up = Files.readString(Path.of("/proc/uptime"), StandardCharsets.US_ASCII);
        seconds = Double.parseDouble(up.split(" ")[0]) - Long.parseLong(stat()[START_TIME]) / TICKS_PER_SECOND;
    }

    /** The script keeps the number of its Java in the data directory. */
    private long portalProcess() throws IOException {
        if (consolePort == 0) {
            return process.pid();
        }
        Properties running = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("running"))) {
            running.load(reader);
        }
        return Long.parseLong(running.getProperty("pid"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
