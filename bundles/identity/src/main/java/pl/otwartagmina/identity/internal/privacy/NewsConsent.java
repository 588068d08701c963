package pl.otwartagmina.identity.internal.privacy;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.ConsentTopic;

/** Letters about what is new in the portal, which nobody needs. */
@Component
public final class NewsConsent implements ConsentTopic {
    private final Translations translations;
    private final Office office;

    @Activate
    public NewsConsent(@Reference Translations translations, @Reference Office office) {
        this.translations = translations;
        this.office = office;
    }

    @Override
    public String id() {
        return "identity.news";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title(Locale language) {
        return translations.text(language, "identity.consent.news.title");
    }

    @Override
    public String text(Locale language) {
        return translations.text(language, "identity.consent.news.text", office.name(language));
    }
}
