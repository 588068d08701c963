package pl.otwartagmina.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command line that ends by itself. Its input stays open and empty: Karaf's client hangs up when it ends. */
final class Command {
    private static final int LIMIT_SECONDS = 180;

    private Command() {}

    /**
     * What a command said.
     *
     * @param exit its exit code
     * @param text standard output and error, as they came
     */
    record Answer(int exit, String text) {}

    static Answer run(Path folder, List<String> line) {
        return run(folder, line, Map.of());
    }

    static Answer run(Path folder, List<String> line, Map<String, String> environment) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(line + " did not end. It said: " + text.join());
            }
            return new Answer(process.exitValue(), text.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
