package pl.otwartagmina.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;

/** The operator's console over one SSH connection that stays open. */
final class OperatorConsole implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ClientSession session;

    OperatorConsole(Server portal) throws IOException {
        Properties users = new Properties();
        try (var reader = Files.newBufferedReader(portal.data().resolve("console/users.properties"))) {
            users.load(reader);
        }
        client.setServerKeyVerifier((session, address, key) -> true);
        client.start();
        session = client.connect("operator", "127.0.0.1", portal.consolePort())
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(users.getProperty("operator"));
        session.auth().verify(PATIENCE);
    }

    /** Runs a command; fails if the portal refuses it. */
    String run(String command) throws IOException {
        return session.executeRemoteCommand(command);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            client.stop();
        }
    }
}
