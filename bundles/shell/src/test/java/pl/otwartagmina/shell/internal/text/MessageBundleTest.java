package pl.otwartagmina.shell.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageBundleTest {
    private final MessageBundle texts = MessageBundle.of(PortalTexts.class);

    @ParameterizedTest
    @CsvSource({
        "pl, 1, 1 sekundę",
        "pl, 2, 2 sekundy",
        "pl, 5, 5 sekund",
        "pl, 22, 22 sekundy",
        "pl, 112, 112 sekund",
        "uk, 1, 1 секунду",
        "uk, 3, 3 секунди",
        "uk, 11, 11 секунд",
        "en, 1, 1 second",
        "en, 120, 120 seconds"
    })
    void plural_forms_are_right(String language, int seconds, String words) {
        assertThat(texts.text("portal.expiry.text", Locale.forLanguageTag(language), seconds))
                .hasValueSatisfying(text -> assertThat(text).contains(words));
    }

    @Test
    void a_language_that_the_portal_does_not_speak_is_answered_in_polish() {
        assertThat(texts.text("portal.skip", Locale.FRENCH)).contains("Przejdź do treści");
    }

    @Test
    void an_unknown_key_has_no_text() {
        assertThat(texts.text("portal.nothing", PortalTexts.POLISH)).isEmpty();
    }
}
