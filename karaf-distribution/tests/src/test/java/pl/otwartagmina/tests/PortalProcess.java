package pl.otwartagmina.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import pl.otwartagmina.tests.Command.Answer;

/** The portal, run by {@code ./portal run} on a data directory and on free ports. */
final class PortalProcess implements AutoCloseable {
    /** Folder of the sources, in which the script stands. */
    static final Path HOME = home();

    private static final int LIMIT_SECONDS = 180;

    private final Path data;
    private final int httpPort;
    private final int consolePort;
    private final Process script;
    private final Iterator<String> residents;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final StringBuffer said = new StringBuffer();

    private PortalProcess(
            Path data, int httpPort, List<String> residents, Map<String, String> environment, String... options) {
        this.data = data;
        this.residents = residents.iterator();
        this.httpPort = httpPort;
        this.consolePort = freePort();
        try {
            List<String> line = portal(
                    "run",
                    "--data",
                    data.toString(),
                    "--http-port",
                    String.valueOf(httpPort),
                    "--console-port",
                    String.valueOf(consolePort));
            line.addAll(List.of(options));
            ProcessBuilder start = new ProcessBuilder(line).redirectErrorStream(true);
            start.environment().putAll(environment);
            script = start.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "portal-" + httpPort);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the demo, or what the data directory is already, and waits until it says that it is ready. */
    static PortalProcess start(Path data, String... options) {
        return start(data, freePort(), Map.of(), options);
    }

    /** The same with a port that is known elsewhere, and variables of the environment. */
    static PortalProcess start(Path data, int httpPort, Map<String, String> environment, String... options) {
        return new PortalProcess(data, httpPort, List.of(), environment, options).waits();
    }

    /** Starts the demo with {@link Residents}, so that not every test has to register somebody. */
    static PortalProcess startWithResidents(Path data) {
        return new PortalProcess(data, freePort(), Residents.settleIn(data), Map.of()).waits();
    }

    private PortalProcess waits() {
        try {
            ready.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new AssertionError("The portal did not start. It said:\n" + said, e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The script with these arguments. */
    static List<String> portal(String... arguments) {
        List<String> line = new ArrayList<>(List.of(HOME.resolve("portal").toString()));
        line.addAll(List.of(arguments));
        return line;
    }

    String url(String path) {
        return "http://127.0.0.1:" + httpPort + path;
    }

    Path data() {
        return data;
    }

    int httpPort() {
        return httpPort;
    }

    int consolePort() {
        return consolePort;
    }

    /** The e-mail address of somebody who has an account, {@link Residents#PASSWORD}, and no past. */
    String newResident() {
        return residents.next();
    }

    /** What the operator saw in the terminal so far. */
    String said() {
        return said.toString();
    }

    /** Runs one command as an operator does it, by the script. */
    Answer script(String command) {
        return Command.run(HOME, portal("console", "--data", data.toString(), command));
    }

    /** Runs one command at the operator's console. */
    Answer console(String command) {
        return OperatorConsole.run(data, consolePort, command);
    }

    /** Runs a command that is to succeed. */
    String operator(String command) {
        Answer answer = console(command);
        if (answer.exit() != 0) {
            throw new AssertionError(command + " failed: " + answer.text());
        }
        return answer.text();
    }

    /** Waits for a module that is enabled at the first start, which happens while the portal is ready already. */
    PortalProcess withModule(String id) {
        Pattern enabled = Pattern.compile(id + " +\\| enabled");
        Until.holds(id + " enabled", Duration.ofSeconds(90), () -> enabled.matcher(operator("module:list"))
                .find());
        return this;
    }

    /** Number of the process that is the portal itself. */
    long pid() {
        Properties running = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("running"))) {
            running.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.parseLong(running.getProperty("pid"));
    }

    boolean isAlive() {
        return script.isAlive();
    }

    /** As when the machine loses power: the portal has no time to say good-bye. */
    void killHard() {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
        await();
    }

    @Override
    public void close() {
        script.destroy();
        await();
    }

    private void await() {
        try {
            if (!script.waitFor(60, TimeUnit.SECONDS)) {
                script.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader lines = script.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                said.append(line).append('\n');
                if (line.startsWith("Portal ready:")) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            said.append(e).append('\n');
        }
        ready.completeExceptionally(new IllegalStateException("it ended"));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("portal"))) {
                return folder;
            }
        }
        throw new IllegalStateException("These tests run inside the portal's sources");
    }
}
