package pl.otwartagmina.lifecycle;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.Repository;
import org.apache.karaf.features.internal.model.JaxbUtil;
import org.apache.karaf.features.internal.service.RepositoryImpl;

/** As much of Karaf's features service as is used, over real feature files. */
final class FakeFeatures {
    private final Map<URI, Repository> repositories = new LinkedHashMap<>();
    private final Set<String> installed = new HashSet<>();

    FeaturesService service() {
        return (FeaturesService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FeaturesService.class}, (proxy, method, arguments) -> {
                    URI uri = arguments != null && arguments[0] instanceof URI given ? given : URI.create("");
                    return switch (method.getName()) {
                        case "listFeatures" -> features().toArray(Feature[]::new);
                        case "listInstalledFeatures" ->
                            features()
                                    .filter(feature -> installed.contains(feature.getName()))
                                    .toArray(Feature[]::new);
                        case "isInstalled" -> installed.contains(((Feature) arguments[0]).getName());
                        case "listRepositories" -> repositories.values().toArray(Repository[]::new);
                        case "createRepository" -> read(uri);
                        case "addRepository" -> repositories.put(uri, read(uri));
                        case "removeRepository" -> repositories.remove(uri);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    /** A repository of Karaf itself. */
    void knowsKarafs(String xml) {
        URI uri = URI.create("mvn:org.apache.karaf.features/standard/4.4.10/xml/features");
        var stream = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        repositories.put(uri, new RepositoryImpl(uri, JaxbUtil.unmarshal(uri.toString(), stream, false), false));
    }

    void install(String feature) {
        installed.add(feature);
    }

    void forget() {
        repositories.clear();
    }

    private Stream<Feature> features() {
        return repositories.values().stream().flatMap(repository -> Arrays.stream(repository.getFeatures()));
    }

    private static Repository read(URI uri) {
        return new RepositoryImpl(uri, true);
    }
}
