package pl.otwartagmina.bench.plain;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** The little of the framework's interfaces that the shell asks for, answered from the class path. */
final class PlainBundles {
    private static final String SERVICE = "service";
    private static final String THEME = "OG-THEME/theme.properties";

    private final Path data;

    PlainBundles(Path data) {
        this.data = data;
    }

    /** A context that finds the theme jars and the portal's folders. */
    BundleContext context() throws IOException {
        Bundle[] themes = themes();
        Map<String, String> properties = Map.of(
                "karaf.data", data.toString(), "karaf.etc", data.resolve("etc").toString());
        return ByHand.partial(
                BundleContext.class,
                Map.of(
                        "getProperty", arguments -> properties.get((String) arguments[0]),
                        "getDataFile", arguments -> new File(data.toFile(), (String) arguments[0]),
                        "addBundleListener", arguments -> null,
                        "getBundles", arguments -> themes,
                        "getService", arguments -> ((ServiceReference<?>) arguments[0]).getProperty(SERVICE),
                        "ungetService", arguments -> true));
    }

    /** A reference to a service that is already there. */
    static ServiceReference<?> reference(Object service, String name) {
        Bundle bundle = ByHand.partial(
                Bundle.class,
                Map.of(
                        "getSymbolicName", arguments -> name,
                        "getVersion", arguments -> Version.emptyVersion,
                        "getBundleId", arguments -> 1L));
        return ByHand.partial(
                ServiceReference.class, Map.of("getBundle", arguments -> bundle, "getProperty", arguments -> service));
    }

    private static Bundle[] themes() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (URL url : Collections.list(PlainBundles.class.getClassLoader().getResources(THEME))) {
            bundles.add(theme(((JarURLConnection) url.openConnection()).getJarFileURL()));
        }
        return bundles.toArray(Bundle[]::new);
    }

    private static Bundle theme(URL jar) {
        return ByHand.partial(
                Bundle.class,
                Map.of(
                        "getState", arguments -> Bundle.ACTIVE,
                        "getSymbolicName", arguments -> jar.getPath(),
                        "getEntry", arguments -> in(jar, (String) arguments[0]),
                        "findEntries", arguments -> Collections.enumeration(entries(jar, (String) arguments[0]))));
    }

    private static List<URL> entries(URL jar, String folder) throws IOException {
        List<URL> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.getPath())) {
            for (var entry : Collections.list(file.entries())) {
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    found.add(in(jar, entry.getName()));
                }
            }
        }
        return found;
    }

    private static URL in(URL jar, String entry) throws MalformedURLException {
        return new URL("jar:" + jar + "!/" + entry);
    }
}
