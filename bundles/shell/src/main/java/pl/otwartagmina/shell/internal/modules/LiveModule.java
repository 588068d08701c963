package pl.otwartagmina.shell.internal.modules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
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

    /** The screen of this class. */
    public Optional<View<?>> view(Class<?> type) {
        return views.stream().filter(view -> view.type() == type).findFirst();
    }
}
