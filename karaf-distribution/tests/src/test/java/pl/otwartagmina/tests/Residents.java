package pl.otwartagmina.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** People of the demo who have accounts from the beginning, written into the settings before the first start. */
final class Residents {
    static final String PASSWORD = "zielony rower w deszczu";
    private static final int COUNT = 60;

    private Residents() {}

    /**
     * Gives them accounts.
     *
     * @return their e-mail addresses
     */
    static List<String> settleIn(Path data) {
        try {
            Path etc = Files.createDirectories(data.resolve("etc"));
            // what a hash costs is measured elsewhere
            Files.writeString(etc.resolve("pl.otwartagmina.identity.passwords.cfg"), "memory = 1024\npasses = 1\n");
            // what all taxpayers of the demo cost at the start, too
            Files.writeString(
                    etc.resolve("pl.otwartagmina.payments.demo.cfg"), "pesel = 02211307589\ntaxpayers = 50\n");
            List<String> addresses = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                String user = "halina" + i;
                Files.writeString(
                        etc.resolve("pl.otwartagmina.identity.demo-" + user + ".cfg"),
                        String.join(
                                "\n",
                                "user = " + user,
                                "password = " + PASSWORD,
                                "firstName = Halina",
                                "lastName = Wiśniewska"));
                addresses.add(user + "@demo.example");
            }
            return addresses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
