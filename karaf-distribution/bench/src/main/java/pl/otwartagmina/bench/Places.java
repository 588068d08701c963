package pl.otwartagmina.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where things are.
 *
 * @param script the portal's command
 * @param home the assembled distribution
 * @param results where results are kept
 * @param work folder for the data of the servers under test
 */
record Places(Path script, Path home, Path results, Path work) {
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
