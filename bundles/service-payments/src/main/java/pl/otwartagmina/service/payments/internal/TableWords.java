package pl.otwartagmina.service.payments.internal;

import java.util.Locale;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.DataTable.Column;

/** The words of what a person gets of their data, in the language in which they get it. */
record TableWords(Translations translations, Locale language) {
    /** @param id the same in all languages */
    Column column(String id, String key) {
        return new Column(id, text(key));
    }

    String text(String key, Object... arguments) {
        return translations.text(language, key, arguments);
    }
}
