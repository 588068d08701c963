package pl.otwartagmina.service.payments.internal;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import pl.otwartagmina.api.module.Translations;

/** The module's texts as the portal gives them; a missing key is an error here. */
public final class TestTexts implements I18NProvider, Translations {
    private static final long serialVersionUID = 1L;

    public static final Locale POLISH = Locale.forLanguageTag("pl");
    public static final Locale UKRAINIAN = Locale.forLanguageTag("uk");
    public static final Locale ENGLISH = Locale.forLanguageTag("en");
    public static final List<Locale> LANGUAGES = List.of(POLISH, UKRAINIAN, ENGLISH);

    /** Of the modules in tests that contribute dues, in no language. */
    private static final Map<String, String> OF_MODULES = Map.of(
            "hall.title", "Hala sportowa",
            "hall.due.kind", "Opłata za salę",
            "hall.due.title", "Wynajem sali {0}",
            "pool.title", "Basen");

    private final Map<String, Properties> files = new HashMap<>();

    public TestTexts() {
        for (Locale language : LANGUAGES) {
            files.put(language.getLanguage(), read(language));
        }
    }

    private static Properties read(Locale language) {
        String name = "/i18n/messages" + (language.equals(POLISH) ? "" : "_" + language.getLanguage()) + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TestTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All texts of a language. */
    public Map<String, String> all(Locale language) {
        Properties texts = Objects.requireNonNull(files.get(language.getLanguage()), "no such language");
        Map<String, String> all = new HashMap<>();
        texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
        return all;
    }

    @Override
    public String text(Locale locale, String key, Object... arguments) {
        if (key.startsWith("portal.")) {
            // the shell's own
            return key;
        }
        String pattern = key.startsWith("payments.")
                ? Objects.requireNonNull(all(locale).get(key), key)
                : Objects.requireNonNull(OF_MODULES.get(key), key);
        return new MessageFormat(pattern, ULocale.forLocale(locale)).format(arguments);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return text(locale, key, params);
    }
}
