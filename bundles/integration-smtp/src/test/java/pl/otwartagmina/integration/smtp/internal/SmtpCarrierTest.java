package pl.otwartagmina.integration.smtp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.api.mail.MailRefused;
import pl.otwartagmina.api.mail.MailUnavailable;

class SmtpCarrierTest {
    private static final Letter LETTER =
            new Letter("halina@poczta.pl", "Zażółć gęślą jaźń", "Їжак i łódź\nhttps://a.pl/?b=c\n");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_letter_arrives_as_it_was_written() throws Exception {
        carrier(server.getSmtp().getPort(), "none", "", "").carry(LETTER);

        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo(LETTER.subject());
        assertThat(message.getContent().toString().replace("\r\n", "\n"))
                .startsWith(LETTER.text().strip());
        assertThat(message.getFrom()[0].toString()).contains("portal@gmina.example");
        assertThat(message.getRecipients(Message.RecipientType.TO)[0].toString())
                .isEqualTo("halina@poczta.pl");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void the_password_of_the_portal_is_used() throws Exception {
        server.getUserManager().setAuthRequired(true);
        server.setUser("portal@gmina.example", "portal", "right");

        carrier(server.getSmtp().getPort(), "none", "portal", "right").carry(LETTER);
        assertThat(server.getReceivedMessages()).hasSize(1);

        assertThatThrownBy(() -> carrier(server.getSmtp().getPort(), "none", "portal", "wrong")
                        .carry(LETTER))
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("user name or password")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void a_server_without_encryption_is_not_trusted_when_encryption_is_asked_for() {
        assertThatThrownBy(() ->
                        carrier(server.getSmtp().getPort(), "starttls", "", "").carry(LETTER))
                .isInstanceOf(MailUnavailable.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_gone_is_asked_again_later() {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThatThrownBy(() -> carrier(port, "none", "", "").carry(LETTER))
                .isInstanceOf(MailUnavailable.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void an_answer_of_class_5_is_for_good_and_one_of_class_4_for_now() throws Exception {
        try (Answering no = new Answering("550 no such mailbox");
                Answering later = new Answering("451 try later")) {
            assertThatThrownBy(() -> carrier(no.port(), "none", "", "").carry(LETTER))
                    .isInstanceOf(MailRefused.class);
            assertThatThrownBy(() -> carrier(later.port(), "none", "", "").carry(LETTER))
                    .isInstanceOf(MailUnavailable.class);
        }
    }

    @Test
    void an_unknown_encryption_stops_the_start() {
        assertThatThrownBy(() -> carrier(25, "ssl", "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starttls, tls or none");
    }

    private static SmtpCarrier carrier(int port, String encryption, String user, String password) {
        return new SmtpCarrier(new Settings(port, encryption), user, password);
    }

    /** A server that says this to every recipient. */
    private static final class Answering implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0);

        Answering(String answer) throws IOException {
            Thread thread = new Thread(() -> {
                try (var client = socket.accept();
                        var in = new java.io.BufferedReader(
                                new java.io.InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                    var out = client.getOutputStream();
                    out.write("220 test\r\n".getBytes(StandardCharsets.US_ASCII));
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        String reply =
                                line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** As in a configuration file. */
    private record Settings(int port, String encryption) implements SmtpCarrier.Config {
        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public String from() {
            return "portal@gmina.example";
        }

        @Override
        public String fromName() {
            return "Gmina Modrzewiny";
        }

        @Override
        public String user() {
            return "";
        }

        @Override
        public String password__file() {
            return "";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SmtpCarrier.Config.class;
        }
    }
}
