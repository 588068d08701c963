package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Puts translated texts where they belong and puts them there again when the language changes, so that nothing typed is
 * lost: {@code texts.bind(field::setLabel, "payments.filter.from")}.
 */
public final class Texts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Component owner;
    private final List<Runnable> bindings = new ArrayList<>();
    private Locale spoken;

    public Texts(Component owner) {
        this.owner = owner;
        this.spoken = locale();
    }

    /** The text of the key in the present language; arguments as ICU message format takes them, by number. */
    public String get(String key, Object... arguments) {
        return owner.getTranslation(key, arguments);
    }

    /** The present language; Polish outside a window. */
    public Locale locale() {
        UI window = UI.getCurrent();
        return window == null ? Locale.forLanguageTag("pl") : window.getLocale();
    }

    /** Sets the text now and at each change of language. */
    public void bind(Consumer<String> target, String key, Object... arguments) {
        onLanguage(() -> target.accept(get(key, arguments)));
    }

    /** Runs now and at each change of language, for what is more than one text. */
    public void onLanguage(Runnable update) {
        onChange(update);
        update.run();
    }

    /** Runs at each change of language only, for what is made when the page is entered. */
    public void onChange(Runnable update) {
        bindings.add(update);
    }

    /** Puts all texts anew, for what is made of values that have changed. */
    public void refresh() {
        List.copyOf(bindings).forEach(Runnable::run);
    }

    /** The window speaks this language. Flow says so of each page that it puts into a window, too, which speaks it already. */
    public void speak(Locale language) {
        if (!language.equals(spoken)) {
            spoken = language;
            refresh();
        }
    }
}
