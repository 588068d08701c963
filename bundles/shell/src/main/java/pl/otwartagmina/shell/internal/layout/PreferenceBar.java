package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.shell.internal.Preferences;
import pl.otwartagmina.shell.internal.text.PortalTexts;

/** Language, size of letters, contrast. On a phone it is there while the menu is open. */
final class PreferenceBar extends Div {
    private static final long serialVersionUID = 1L;
    /** Ukrainian goes by UA here, as people know it from road signs, though its language code is uk. */
    private static final Map<String, String> SIGNS = Map.of("pl", "PL", "uk", "UA", "en", "EN");

    private static final Map<String, String> NAMES = Map.of("pl", "Polski", "uk", "Українська", "en", "English");

    private final MainLayout layout;
    private final List<NativeButton> languages = new ArrayList<>();
    private final Div languageGroup = new Div();
    private final NativeButton font = new NativeButton();
    private final Span fontSize = new Span();
    private final NativeButton contrast = new NativeButton();

    PreferenceBar(MainLayout layout) {
        this.layout = layout;
        addClassName("og-prefs");
        languageGroup.addClassName("og-language");
        languageGroup.getElement().setAttribute("role", "group");
        for (Locale locale : PortalTexts.LOCALES) {
            String tag = locale.getLanguage();
            NativeButton button = new NativeButton(
                    SIGNS.get(tag), click -> layout.prefer(layout.preferences().in(locale)));
            button.setAriaLabel(SIGNS.get(tag) + ", " + NAMES.get(tag));
            button.getElement().setAttribute("lang", tag).setAttribute("title", NAMES.getOrDefault(tag, tag));
            languages.add(button);
            languageGroup.add(button);
        }
        font.addClassName("og-tool");
        fontSize.addClassName("og-font-size");
        font.add(new Icon("a-large-small"), fontSize);
        font.addClickListener(click -> layout.prefer(layout.preferences().withNextFontSize()));
        contrast.addClassName("og-tool");
        contrast.add(new Icon("contrast"));
        contrast.addClickListener(click -> layout.prefer(layout.preferences().withOtherContrast()));
        add(languageGroup, font, contrast);
    }

    void refresh() {
        Preferences now = layout.preferences();
        languageGroup.getElement().setAttribute("aria-label", getTranslation("portal.language"));
        for (int i = 0; i < languages.size(); i++) {
            boolean chosen = PortalTexts.LOCALES.get(i).equals(now.locale());
            languages.get(i).getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        }
        fontSize.setText(now.fontSize() == 100 ? "" : now.fontSize() + "%");
        describe(font, getTranslation("portal.fontSize", now.fontSize()));
        describe(contrast, getTranslation("portal.contrast"));
        contrast.getElement().setAttribute("aria-pressed", Boolean.toString(now.highContrast()));
    }

    private static void describe(NativeButton button, String words) {
        button.setAriaLabel(words);
        button.getElement().setAttribute("title", words);
    }
}
