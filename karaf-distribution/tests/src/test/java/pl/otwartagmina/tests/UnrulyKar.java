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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.tests.unruly.Fault;
import pl.otwartagmina.tests.unruly.UnrulyService;

/** Packs the unruly module as a KAR. */
final class UnrulyKar {
    private UnrulyKar() {}

    /**
     * @param feature id under which the operator knows it
     * @param claims id under which it asks to be shown
     */
    static Path of(Path folder, String feature, String claims, Fault fault) {
        Path kar = folder.resolve(feature + ".kar");
        String place = "repository/com/example/" + feature + "/1.0.0/" + feature + "-1.0.0";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(kar))) {
            zip.putNextEntry(new ZipEntry(place + ".jar"));
            writeBundle(zip, feature, claims, fault);
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

    private static void writeBundle(OutputStream out, String feature, String claims, Fault fault) {
        try (Builder builder = new Builder()) {
            for (Class<?> type : new Class<?>[] {UnrulyService.class, EService.class, Component.class}) {
                builder.addClasspath(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toFile());
            }
            builder.setBundleSymbolicName("com.example." + feature);
            builder.setBundleVersion("1.0.0");
            builder.setPrivatePackage(UnrulyService.class.getPackageName());
            builder.setProperty("Unruly-Id", claims);
            builder.setProperty("Unruly-Fault", fault.name());
            builder.setIncludeResource(
                    "i18n/messages.properties;literal=\"" + claims + ".title = Niesforna " + feature + "\"");
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
