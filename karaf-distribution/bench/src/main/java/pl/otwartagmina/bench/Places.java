package pl.otwartagmina.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param script the portal's command
 * @param home the assembled distribution
 * @param results where results are kept
 * @param work folder for the data of the servers under test
 * @param taxpayers how many the demo data has
 */
record Places(Path script, Path home, Path results, Path work, int taxpayers) {
    /** Makes a data directory with the settings of the demo, unless it is there already. */
    void prepare(Path data) throws IOException {
        Path etc = data.resolve("etc");
        if (Files.exists(etc)) {
            return;
        }
        Files.createDirectories(etc);
        try (Stream<Path> files = Files.list(home.resolve("etc-demo"))) {
            for (Path file : files.toList()) {
                String settings =
                        Files.readString(file).replaceFirst("(?m)^taxpayers *=.*$", "taxpayers = " + taxpayers);
                Files.writeString(etc.resolve(file.getFileName()), settings);
            }
        }
        Files.writeString(data.resolve("profile"), "demo\n");
    }

    /** A program of the JDK that runs this. */
    String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** This program's class path without what only the measuring needs. */
    String plainClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !jar.contains("playwright") && !jar.contains("sshd"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Settings of the plain application's log: as quiet as the portal's. */
    Path logging() {
        return work.resolve("logging.properties");
    }
}
