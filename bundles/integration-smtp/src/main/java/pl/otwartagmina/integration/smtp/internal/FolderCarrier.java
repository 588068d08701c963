package pl.otwartagmina.integration.smtp.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.api.mail.MailCarrier;
import pl.otwartagmina.api.mail.MailUnavailable;

/** Puts letters into a folder, each a file that mail programs open: for the demo, where nothing must leave. */
@Component(configurationPid = "pl.otwartagmina.smtp.folder", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FolderCarrier.Config.class)
public final class FolderCarrier implements MailCarrier {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.of("Europe/Warsaw"));

    /** The folder. */
    @ObjectClassDefinition(name = "Mail folder", description = "Letters become files instead of being sent")
    public @interface Config {
        @AttributeDefinition(description = "Below the data folder")
        String folder() default "mail";
    }

    private final Path folder;
    private final Clock clock;
    private final AtomicInteger written = new AtomicInteger();
    private final Session session = Session.getInstance(new Properties());

    @Activate
    public FolderCarrier(BundleContext context, @Reference Clock clock, Config config) throws IOException {
        this(Path.of(String.valueOf(context.getProperty("karaf.data"))).resolve(config.folder()), clock);
    }

    FolderCarrier(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        this.clock = clock;
    }

    @Override
    public void carry(Letter letter) throws MailUnavailable {
        String name = TIME.format(clock.instant()) + "-" + written.incrementAndGet();
        Path half = folder.resolve(name + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(half)) {
                MimeLetter.of(letter, session, "portal@localhost", "").writeTo(out);
            }
            Files.move(half, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException failure) {
            throw new MailUnavailable("the folder " + folder + " cannot be written", failure);
        }
    }
}
