package pl.otwartagmina.shell.internal.gmina;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * A theme bundle: what lies below {@code OG-THEME/} in it.
 *
 * @param properties {@code theme.properties}: id, names, style sheets
 * @param files path below the folder, to where it is in the bundle
 * @param hash of all contents, part of every address, so that a browser may keep a file for ever
 */
public record Theme(Map<String, String> properties, Map<String, URL> files, String hash) {
    static final String FOLDER = "OG-THEME/";
    private static final String DESCRIPTION = "theme.properties";

    /** The theme of the bundle, if it is one. */
    static Optional<Theme> of(Bundle bundle) {
        URL description = bundle.getEntry(FOLDER + DESCRIPTION);
        if (description == null) {
            return Optional.empty();
        }
        Map<String, URL> files = new TreeMap<>();
        for (URL url : Collections.list(bundle.findEntries(FOLDER, "*", true))) {
            String path = url.getPath().substring(url.getPath().indexOf(FOLDER) + FOLDER.length());
            if (!path.endsWith("/") && !path.equals(DESCRIPTION)) {
                files.put(path, url);
            }
        }
        try {
            return Optional.of(new Theme(read(description), Map.copyOf(files), hash(files)));
        } catch (IOException broken) {
            throw new UncheckedIOException("Theme of " + bundle.getSymbolicName() + " cannot be read", broken);
        }
    }

    private static Map<String, String> read(URL description) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = description.openStream()) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, String> map = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> map.put(key, properties.getProperty(key).strip()));
        return map;
    }

    private static String hash(Map<String, URL> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, URL> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = file.getValue().openStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String id() {
        return properties.getOrDefault("id", "");
    }

    /** A property in this language, else in Polish, else empty. */
    public String text(String key, Locale locale) {
        return Stream.of(locale.getLanguage(), "pl")
                .map(language -> properties.get(key + "." + language))
                .filter(text -> text != null)
                .findFirst()
                .orElse("");
    }

    /** Address of a file, without a leading slash. */
    public String address(String file) {
        return PublicContext.PATH + "/theme/" + id() + "/" + hash + "/" + file;
    }

    /** The file, if this is still the theme that the address was made for. */
    Optional<URL> file(String ofHash, String path) {
        return hash.equals(ofHash) ? Optional.ofNullable(files.get(path)) : Optional.empty();
    }

    List<String> styleSheets() {
        return Stream.of(properties.getOrDefault("styles", "theme.css").split(","))
                .map(String::strip)
                .filter(files::containsKey)
                .map(this::address)
                .toList();
    }
}
