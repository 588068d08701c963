package pl.otwartagmina.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Properties;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import pl.otwartagmina.tests.Command.Answer;

/** The operator's console without the script around it, which starts a Java of its own for each command. */
final class OperatorConsole {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final SshClient CLIENT = client();

    private OperatorConsole() {}

    /** Runs one command, with the account that the portal made at its first start. */
    static Answer run(Path data, int port, String command) {
        Properties users = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("console/users.properties"))) {
            users.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (ClientSession session =
                CLIENT.connect("operator", "127.0.0.1", port).verify(LIMIT).getSession()) {
            session.addPasswordIdentity(users.getProperty("operator"));
            session.auth().verify(LIMIT);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            try (ChannelExec channel = session.createExecChannel(command)) {
                channel.setOut(said);
                channel.setErr(said);
                channel.open().verify(LIMIT);
                if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT)
                        .contains(ClientChannelEvent.TIMEOUT)) {
                    throw new AssertionError(command + " did not end. It said: " + said);
                }
                Integer exit = channel.getExitStatus();
                return new Answer(exit == null ? 1 : exit, said.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        }
    }

    private static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((connection, address, key) -> true);
        client.start();
        return client;
    }
}
