package pl.otwartagmina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in a bundle stays in it, whoever asks, whatever the prefix. */
@RunningPortal
class HiddenFilesIT {
    private static final List<String> PREFIXES =
            List.of("/", "/VAADIN/", "/VAADIN/static/", "/theme/", "/public/", "/m/payments/1/");
    private static final Pattern SECRET = Pattern.compile("META-INF/(?!resources/|VAADIN/webapp/)[^/]*"
            + "|OSGI-INF/.*|.*persistence\\.xml|db/migration/.*|i18n/.*|OG-THEME/.*|.*\\.(cfg|sql)");

    @Test
    void no_resource_of_any_bundle_is_served(PortalProcess portal) throws IOException, InterruptedException {
        Set<String> names = new LinkedHashSet<>();
        for (Path jar : Jars.all()) {
            addSecrets(jar, names);
        }
        assertThat(names).hasSizeGreaterThan(150);
        names.addAll(List.of("etc/users.properties", "etc/host.key", "../etc/users.properties", "..%2fetc%2fhost.key"));

        List<String> served = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        for (String name : names) {
            for (String prefix : PREFIXES) {
                String path = prefix + name.replace(" ", "%20").replace("$", "%24");
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(portal.url(path))).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 404 && answer.statusCode() != 400) {
                    served.add(answer.statusCode() + " " + path);
                }
            }
        }
        assertThat(served).isEmpty();
    }

    /** All that must stay hidden, and one class for the thousands. */
    private static void addSecrets(Path file, Set<String> names) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Predicate<String> secret = SECRET.asMatchPredicate();
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(secret)
                    .forEach(names::add);
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .findFirst()
                    .ifPresent(names::add);
        }
    }
}
