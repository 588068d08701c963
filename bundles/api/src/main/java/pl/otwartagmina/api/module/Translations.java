package pl.otwartagmina.api.module;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Texts outside a view, such as the line on a tile or a mail. In a view Flow's own {@code getTranslation} is enough. */
@ProviderType
public interface Translations {
    /**
     * The text of a key of the module's messages.
     *
     * @param arguments as ICU message format takes them, by number
     * @return the text in this language, in Polish where there is none, the key where that is missing too
     */
    String text(Locale locale, String key, Object... arguments);
}
