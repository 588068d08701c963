package pl.otwartagmina.integration.sandboxbank.internal.bank;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import pl.otwartagmina.api.value.Money;

/** The bank's words in one language. */
public final class Words {
    static final List<String> LANGUAGES = List.of("pl", "uk", "en");

    private static final String PREFIX = "integration-sandbox-bank.";
    private static final char NARROW_SPACE = '\u202f';
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Warsaw"));

    private final String language;
    private final ResourceBundle texts;

    private Words(String language) {
        this.language = language;
        // Polish is the bundle without a language, whatever the language of the machine
        this.texts = ResourceBundle.getBundle(
                "i18n.messages",
                language.equals("pl") ? Locale.ROOT : Locale.forLanguageTag(language),
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Polish for all languages that the bank does not speak. */
    public static Words of(String language) {
        return new Words(LANGUAGES.contains(language) ? language : "pl");
    }

    String language() {
        return language;
    }

    /** @param values for {@code {0}}, {@code {1}} … */
    public String text(String key, String... values) {
        String text = texts.getString(PREFIX + key);
        for (int place = 0; place < values.length; place++) {
            text = text.replace("{" + place + "}", values[place]);
        }
        return text;
    }

    /** {@code 1 234,56 zł}, in all three languages. */
    String amount(Money money) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(',');
        symbols.setGroupingSeparator(NARROW_SPACE);
        return new DecimalFormat("#,##0.00", symbols).format(money.amount()) + "\u00a0zł";
    }

    String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
