package pl.otwartagmina.shell.internal.modules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.shell.internal.text.MessageBundle;

/**
 * A module that is on the portal's pages.
 *
 * @param views the screens, asked once and checked
 */
public record LiveModule(
        EService service, ModuleInfo info, List<View<?>> views, MessageBundle messages, Fence fence, Bundle bundle) {

    public String id() {
        return info.id();
    }

    Version version() {
        return bundle.getVersion();
    }

    /** A text of the module. */
    public String text(Locale locale, String key) {
        return messages.text(key, locale).orElse(key);
    }

    public String title(Locale locale) {
        return text(locale, id() + ".title");
    }

    public String summary(Locale locale) {
        return text(locale, id() + ".summary");
    }

    /** Address of the module's first screen, without a leading slash. */
    public String home() {
        return "e/" + id();
    }

    /** Address of a screen. */
    public String address(View<?> view) {
        return view.path().isEmpty() ? home() : home() + "/" + view.path();
    }

    /**
     * Whether a screen shows matters of a party, its own or one that is represented. A person's account is always their
     * own, and whoever works for the office represents nobody.
     */
    public boolean isPersonal(Class<?> type) {
        return info.category() != Category.ACCOUNT
                && view(type)
                        .filter(view -> view.access().covers(AccessLevel.VERIFIED)
                                && view.role().isEmpty())
                        .isPresent();
    }

    /** Whether the mandate by which somebody acts, if there is one, covers this module's matters of a party. */
    public boolean isCovered(Acting acting) {
        return !info.access().covers(AccessLevel.VERIFIED) || acting.may(id(), Mandate.Right.VIEW);
    }

    /** Who acts, as this module is told. */
    public Acting acting(Acting acting) {
        return info.category() == Category.ACCOUNT ? acting.inOwnName() : acting;
    }

    /** Who acts, as this module's screen of a class is told. */
    public Acting acting(Class<?> type, Acting acting) {
        boolean ofOffice = view(type).filter(view -> view.role().isPresent()).isPresent();
        return ofOffice ? acting.inOwnName() : acting(acting);
    }

    /** The screen of this class. */
    public Optional<View<?>> view(Class<?> type) {
        return views.stream().filter(view -> view.type() == type).findFirst();
    }
}
