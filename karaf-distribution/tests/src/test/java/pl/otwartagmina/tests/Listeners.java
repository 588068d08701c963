package pl.otwartagmina.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a process listens, as the Linux kernel tells it. */
record Listeners(List<Address> all) {
    private static final String LISTENING = "0A";

    /** An address, the host as 4 or 16 bytes in the order of the kernel. */
    record Address(String host, int port) {
        boolean isLoopback() {
            return host.equals("0100007F")
                    || host.equals("0000000000000000FFFF00000100007F")
                    || host.equals("00000000000000000000000001000000");
        }
    }

    static Listeners of(long pid) {
        Set<String> sockets = sockets(Path.of("/proc", String.valueOf(pid), "fd"));
        return new Listeners(Stream.of("tcp", "tcp6")
                .map(name -> Path.of("/proc", String.valueOf(pid), "net", name))
                .flatMap(Listeners::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[3].equals(LISTENING) && sockets.contains("socket:[" + columns[9] + "]"))
                .map(columns -> columns[1].split(":"))
                .map(address -> new Address(address[0], HexFormat.fromHexDigits(address[1])))
                .toList());
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> sockets(Path descriptors) {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.map(Listeners::target).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
