package pl.otwartagmina.service.payments.internal.reminder;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.ui.DueWords;

/**
 * Writes one letter of a day about all dues that it is time for. It says what is due when and how much, no name, no number of
 * a card or decision: anybody may read an e-mail on its way.
 */
public final class ReminderLetter {
    private static final int MOST_LINES = 30;

    private final Office office;
    private final Translations translations;

    public ReminderLetter(Office office, Translations translations) {
        this.office = office;
        this.translations = translations;
    }

    /**
     * The letter.
     *
     * @param before dues whose day is near, by day
     * @param after dues whose day has passed, by day; not both are empty
     */
    public Letter of(String address, Locale language, List<Due> before, List<Due> after) {
        String gmina = office.name(language);
        String about = before.isEmpty() ? "after" : "before";
        String text = String.join(
                "",
                text(language, "payments.reminders.letter.hello") + "\n\n",
                part(language, "before", before),
                part(language, "after", after),
                text(language, "payments.reminders.letter.pay", office.portal().resolve("e/payments")) + "\n\n",
                text(language, "payments.reminders.letter.paid") + "\n\n",
                text(language, "payments.reminders.letter.off", office.portal().resolve("e/payments/reminders"))
                        + "\n\n",
                text(language, "payments.reminders.letter.end", gmina));
        return new Letter(address, text(language, "payments.reminders.letter.subject." + about, gmina), text);
    }

    private String part(Locale language, String name, List<Due> dues) {
        if (dues.isEmpty()) {
            return "";
        }
        DueWords words = new DueWords(language, (key, arguments) -> text(language, key, arguments));
        String lines = dues.stream()
                .limit(MOST_LINES)
                .map(due -> text(
                        language,
                        "payments.reminders.letter.due",
                        words.discreet(due),
                        Formats.amount(left(due)),
                        Formats.day(due.dueDay())))
                .collect(Collectors.joining("\n"));
        String more = dues.size() <= MOST_LINES
                ? ""
                : "\n" + text(language, "payments.reminders.letter.more", dues.size() - MOST_LINES);
        return text(language, "payments.reminders.letter." + name) + "\n\n" + lines + more + "\n\n";
    }

    /** Without interest, which grows while the letter is read. */
    private static Money left(Due due) {
        return due.open().minus(due.pending()).orZero();
    }

    private String text(Locale language, String key, Object... arguments) {
        return translations.text(language, key, arguments);
    }
}
