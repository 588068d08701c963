package pl.otwartagmina.shell.internal.text;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.shell.internal.modules.LiveModule;
import pl.otwartagmina.shell.internal.modules.ModuleRegistry;

/** All texts of the portal: the first word of a key tells whose it is, a module's or, with {@code portal}, the shell's. */
@Component(service = {PortalTexts.class, Translations.class})
public final class PortalTexts implements I18NProvider, Translations {
    private static final long serialVersionUID = 1L;

    public static final Locale POLISH = Locale.forLanguageTag("pl");
    public static final Locale UKRAINIAN = Locale.forLanguageTag("uk");
    public static final Locale ENGLISH = Locale.forLanguageTag("en");
    /** Polish, the language of the office, first. */
    public static final List<Locale> LOCALES = List.of(POLISH, UKRAINIAN, ENGLISH);

    private final transient MessageBundle own = MessageBundle.of(PortalTexts.class);
    private final transient ModuleRegistry modules;

    @Activate
    public PortalTexts(@Reference ModuleRegistry modules) {
        this.modules = modules;
    }

    /** The language of the portal that this tag names, Polish for any other. */
    public static Locale supported(String languageTag) {
        return LOCALES.stream()
                .filter(locale -> locale.getLanguage()
                        .equals(Locale.forLanguageTag(languageTag).getLanguage()))
                .findFirst()
                .orElse(POLISH);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return text(locale, key, params);
    }

    @Override
    public String text(Locale locale, String key, Object... arguments) {
        int dot = key.indexOf('.');
        MessageBundle bundle = dot < 0
                ? own
                : modules.find(key.substring(0, dot)).map(LiveModule::messages).orElse(own);
        return bundle.text(key, locale, arguments).orElse(key);
    }
}
