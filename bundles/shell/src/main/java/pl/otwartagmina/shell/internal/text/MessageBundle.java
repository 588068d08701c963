package pl.otwartagmina.shell.internal.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one bundle, {@code i18n/messages.properties} (Polish), {@code _uk} and {@code _en}, in UTF-8, as ICU
 * messages.
 *
 * <p>Not a {@link java.util.ResourceBundle}: its cache would hold on to the class loader of a module that has gone.
 */
public final class MessageBundle {
    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private MessageBundle(ClassLoader loader) {
        for (Locale locale : PortalTexts.LOCALES) {
            String suffix = locale.equals(PortalTexts.POLISH) ? "" : "_" + locale.getLanguage();
            byLanguage.put(locale.getLanguage(), read(loader, "i18n/messages" + suffix + ".properties"));
        }
    }

    /** The texts of the bundle that {@code type} is in. */
    public static MessageBundle of(Class<?> type) {
        return new MessageBundle(type.getClassLoader());
    }

    private static Map<String, String> read(ClassLoader loader, String name) {
        Map<String, String> texts = new HashMap<>();
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
        return texts;
    }

    /** The text in this language, else in Polish, else none. */
    public Optional<String> text(String key, Locale locale, Object... arguments) {
        String language =
                byLanguage.getOrDefault(locale.getLanguage(), Map.of()).containsKey(key)
                        ? locale.getLanguage()
                        : PortalTexts.POLISH.getLanguage();
        return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(key))
                .map(pattern -> format(language, key, pattern, arguments));
    }

    private String format(String language, String key, String pattern, Object... arguments) {
        if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(
                language + " " + key, unused -> new MessageFormat(pattern, ULocale.forLanguageTag(language)));
        // a MessageFormat is not safe for several threads at once
        synchronized (format) {
            return format.format(arguments);
        }
    }
}
