package pl.otwartagmina.tests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pl.otwartagmina.api.module.EService;

/** Packs a module of these tests, which is one package of theirs, as a KAR. */
final class Kar {
    private Kar() {}

    /**
     * @param feature id under which the operator knows it
     * @param inside a class of the package that becomes the module
     * @param more what else the bundle holds and says
     */
    static Path of(Path folder, String feature, Class<?> inside, Consumer<Builder> more) {
        Path kar = folder.resolve(feature + ".kar");
        String place = "repository/com/example/" + feature + "/1.0.0/" + feature + "-1.0.0";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(kar))) {
            zip.putNextEntry(new ZipEntry(place + ".jar"));
            writeBundle(zip, feature, inside, more);
            zip.putNextEntry(new ZipEntry(place + "-features.xml"));
            zip.write(
                    """
                    <features name="%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                      <feature name="service-%1$s" version="1.0.0"><bundle>mvn:com.example/%1$s/1.0.0</bundle></feature>
                    </features>
                    """
                            .formatted(feature)
                            .getBytes(StandardCharsets.UTF_8));
            return kar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeBundle(OutputStream out, String feature, Class<?> inside, Consumer<Builder> more) {
        try (Builder builder = new Builder()) {
            for (Class<?> type : new Class<?>[] {inside, EService.class, Component.class}) {
                builder.addClasspath(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toFile());
            }
            builder.setBundleSymbolicName("com.example." + feature);
            builder.setBundleVersion("1.0.0");
            builder.setPrivatePackage(inside.getPackageName());
            more.accept(builder);
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new AssertionError(builder.getErrors());
            }
            jar.write(out);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("bnd", e);
        }
    }
}
