package pl.otwartagmina.integration.smtp.internal;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.api.mail.MailCarrier;
import pl.otwartagmina.api.mail.MailRefused;
import pl.otwartagmina.api.mail.MailUnavailable;

/** Hands letters to the mail server of the office. It exists only where its configuration names one. */
@Component(configurationPid = SmtpCarrier.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmtpCarrier.Config.class)
public final class SmtpCarrier implements MailCarrier {
    static final String PID = "pl.otwartagmina.smtp";
    private static final String TIMEOUT_MILLIS = "20000";
    private static final int FIRST_PERMANENT = 500;

    /** The mail server. */
    @ObjectClassDefinition(name = "SMTP", description = "The mail server that takes the portal's letters")
    public @interface Config {
        @AttributeDefinition(description = "Its name, such as mail.modrzewiny.pl")
        String host();

        @AttributeDefinition(description = "587 for STARTTLS, 465 for TLS from the first byte, 25 for neither")
        int port() default 587;

        @AttributeDefinition(description = "Encryption: starttls, tls or none; none is for a server on this machine")
        String encryption() default "starttls";

        @AttributeDefinition(description = "Address from which the portal writes")
        String from();

        @AttributeDefinition(description = "Name beside that address, such as Gmina Modrzewiny")
        String fromName() default "";

        @AttributeDefinition(description = "User name at the server; empty for none, then PORTAL_SMTP_USER is asked")
        String user() default "";

        @AttributeDefinition(description = "File that holds the password; empty: PORTAL_SMTP_PASSWORD")
        String password__file() default "";
    }

    private final Config config;
    private final String user;
    private final String password;
    private final Session session;

    /** @throws IllegalArgumentException if the encryption has another name */
    @Activate
    public SmtpCarrier(Config config) throws IOException {
        this(
                config,
                config.user().isBlank() ? environment("PORTAL_SMTP_USER") : config.user(),
                config.password__file().isBlank()
                        ? environment("PORTAL_SMTP_PASSWORD")
                        : Files.readString(Path.of(config.password__file())).strip());
    }

    SmtpCarrier(Config config, String user, String password) {
        this.config = config;
        this.user = user;
        this.password = password;
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", config.host());
        settings.setProperty("mail.smtp.port", Integer.toString(config.port()));
        settings.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        settings.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        settings.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        settings.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (config.encryption()) {
            case "starttls" -> {
                settings.setProperty("mail.smtp.starttls.enable", "true");
                settings.setProperty("mail.smtp.starttls.required", "true");
            }
            case "tls" -> settings.setProperty("mail.smtp.ssl.enable", "true");
            case "none" -> settings.setProperty("mail.smtp.starttls.enable", "false");
            default ->
                throw new IllegalArgumentException(
                        "encryption of " + PID + " must be starttls, tls or none, not " + config.encryption());
        }
        session = Session.getInstance(settings);
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    @Override
    public void carry(Letter letter) throws MailUnavailable, MailRefused {
        // the library finds its transports through the context class loader
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = MimeLetter.of(letter, session, config.from(), config.fromName());
            if (user.isEmpty()) {
                transport.connect();
            } else {
                transport.connect(user, password);
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AddressException bad) {
            throw new MailRefused("not an address that can be written to", bad);
        } catch (AuthenticationFailedException refused) {
            throw new MailUnavailable("the mail server refused the portal's user name or password", refused);
        } catch (SendFailedException failed) {
            if (isPermanent(failed)) {
                throw new MailRefused("the mail server refused the letter", failed);
            }
            throw new MailUnavailable("the mail server does not take the letter now", failed);
        } catch (MessagingException failed) {
            throw new MailUnavailable("the mail server " + config.host() + " does not answer as it should", failed);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean isPermanent(MessagingException failed) {
        for (Exception cause = failed; cause instanceof MessagingException; ) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= FIRST_PERMANENT;
            }
            if (cause instanceof SMTPSendFailedException sent && sent.getNextException() == null) {
                return sent.getReturnCode() >= FIRST_PERMANENT;
            }
            cause = ((MessagingException) cause).getNextException();
        }
        return false;
    }
}
