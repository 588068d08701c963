package pl.otwartagmina.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;

/** The operator's console over one SSH connection that stays open; commands are typed into it. */
final class OperatorConsole implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ClientSession session;
    private final OutputStream keyboard;
    private final InputStream screen;
    private int commands;

    OperatorConsole(Server portal) throws IOException {
        Properties users = new Properties();
        try (var reader = Files.newBufferedReader(portal.data().resolve("console/users.properties"))) {
            users.load(reader);
        }
        client.setServerKeyVerifier((connection, address, key) -> true);
        client.start();
        session = client.connect("operator", "127.0.0.1", portal.consolePort())
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(users.getProperty("operator"));
        session.auth().verify(PATIENCE);
        ChannelShell shell = session.createShellChannel();
        shell.setPtyType("dumb");
        shell.setRedirectErrorStream(true);
        shell.open().verify(PATIENCE);
        keyboard = shell.getInvertedIn();
        screen = shell.getInvertedOut();
        run("echo ready");
    }

    /** Runs a command; fails if the portal refuses it. */
    String run(String command) throws IOException {
        commands++;
        // with quotes, so that the console's echo of the line is not taken for its answer
        String lines = command + "\necho end\"-\"" + commands + "-\n";
        keyboard.write(lines.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        StringBuilder shown = new StringBuilder();
        while (shown.indexOf("end-" + commands + "-") < 0) {
            int character = screen.read();
            if (character < 0) {
                throw new IOException("The console hung up: " + shown);
            }
            shown.append((char) character);
        }
        if (shown.indexOf("Refused:") >= 0 || shown.indexOf("Error executing command") >= 0) {
            throw new IOException(command + ": " + shown);
        }
        return shown.toString();
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
