package pl.otwartagmina.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import pl.otwartagmina.api.lifecycle.ModuleRefused;

/** Unpacked KAR files, each in a folder of its own with a Maven {@code repository} inside. */
final class KarFolders {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 512L << 20;
    private static final String REPOSITORY = "repository";
    private static final String TEMPORARY = ".unpacking-";

    private final Path home;

    KarFolders(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    static Path repository(Path folder) {
        return folder.resolve(REPOSITORY);
    }

    /** The KARs that are unpacked here. */
    List<Path> all() {
        return folders(name -> !name.startsWith("."));
    }

    /** The KAR that a feature repository was read from. */
    Optional<Path> holding(URI repository) {
        if (!"file".equals(repository.getScheme())) {
            return Optional.empty();
        }
        Path file = Path.of(repository).normalize();
        return file.startsWith(home) && file.getNameCount() > home.getNameCount() + 1
                ? Optional.of(home.resolve(file.getName(home.getNameCount())))
                : Optional.empty();
    }

    /**
     * Unpacks a KAR aside; {@link #keep} gives it its name.
     *
     * @throws ModuleRefused if the file is no KAR, damaged, too large or writes outside its folder
     */
    Path unpack(Path kar) throws ModuleRefused {
        if (!Files.isRegularFile(kar)) {
            throw new ModuleRefused("There is no file " + kar + ".");
        }
        stale().forEach(this::delete);
        Path folder = temporary();
        try (ZipFile zip = new ZipFile(kar.toFile())) {
            unpack(zip, folder);
        } catch (ZipException e) {
            delete(folder);
            throw new ModuleRefused(kar.getFileName() + " is no KAR, or not whole: " + e.getMessage() + ".");
        } catch (IOException e) {
            delete(folder);
            throw new ModuleRefused(kar.getFileName() + " cannot be unpacked: " + Reasons.rootCause(e) + ".");
        } catch (ModuleRefused e) {
            delete(folder);
            throw e;
        }
        return folder;
    }

    /** Gives an unpacked KAR its place, in one step. */
    Path keep(Path folder, Path kar) {
        String name = kar.getFileName().toString().replaceAll("(?i)\\.kar$", "").replaceAll("[^A-Za-z0-9._-]", "_");
        Path place = home.resolve(name.replaceAll("^\\.+", "_"));
        for (int n = 2; Files.exists(place); n++) {
            place = home.resolve(name + "~" + n);
        }
        try {
            return Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + place, e);
        }
    }

    /** The feature repositories in an unpacked KAR. */
    List<URI> features(Path folder) {
        try (Stream<Path> files = Files.walk(repository(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .filter(KarFolders::isFeatures)
                    .sorted()
                    .map(Path::toUri)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    /** Takes a KAR away: first its name, so that a stop in between leaves no half of it. */
    void delete(Path folder) {
        try {
            Path aside = folder.getFileName().toString().startsWith(TEMPORARY)
                    ? folder
                    : Files.move(folder, temporary().resolve("gone"), StandardCopyOption.ATOMIC_MOVE);
            Files.walkFileTree(aside.endsWith("gone") ? aside.getParent() : aside, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path visited, @org.jspecify.annotations.Nullable IOException thrown) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    /** What a portal left that was killed while it unpacked. */
    private List<Path> stale() {
        return folders(name -> name.startsWith(TEMPORARY));
    }

    private List<Path> folders(Predicate<String> choice) {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(folder -> choice.test(folder.getFileName().toString()))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + home, e);
        }
    }

    private Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(home), TEMPORARY);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + home, e);
        }
    }

    private static void unpack(ZipFile zip, Path folder) throws IOException, ModuleRefused {
        Files.createDirectory(repository(folder));
        if (zip.size() > MOST_ENTRIES) {
            throw new ModuleRefused("The KAR has more than " + MOST_ENTRIES + " entries.");
        }
        long left = MOST_BYTES;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder) || entry.getName().indexOf('\\') >= 0) {
                throw new ModuleRefused("The KAR would write outside its folder: " + entry.getName() + ".");
            }
            if (!entry.isDirectory() && target.startsWith(repository(folder))) {
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(target)) {
                    left -= copy(in, out, left);
                }
            }
        }
    }

    /** Counts what really comes out: the sizes that a ZIP tells of itself may be false. */
    private static long copy(InputStream in, OutputStream out, long most) throws IOException, ModuleRefused {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > most) {
                throw new ModuleRefused("The KAR unpacks to more than " + (MOST_BYTES >> 20) + " MB.");
            }
            out.write(buffer, 0, read);
        }
        return copied;
    }

    private static boolean isFeatures(Path file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return xml.getLocalName().equals("features");
                }
            }
            return false;
        } catch (IOException | XMLStreamException e) {
            return false;
        }
    }
}
