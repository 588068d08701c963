package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The words of a date picker, so that all calendars of the portal speak alike:
 * {@code texts.onLanguage(() -> day.setI18n(DayWords.of(texts, "payments.day")))}.
 *
 * <p>Keys: {@code <key>.today}, {@code <key>.cancel}, and {@code <key>.wrong} for what is no day.
 */
public final class DayWords {
    private DayWords() {}

    /** In the present language. */
    public static DatePicker.DatePickerI18n of(Texts texts, String key) {
        Locale locale = texts.locale();
        return new DatePicker.DatePickerI18n()
                .setDateFormats("dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd")
                .setFirstDayOfWeek(1)
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setToday(texts.get(key + ".today"))
                .setCancel(texts.get(key + ".cancel"))
                .setBadInputErrorMessage(texts.get(key + ".wrong"));
    }

    /** Sunday first, as the component wants it. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Stream.of(DayOfWeek.values())
                .map(day -> day.minus(1).getDisplayName(style, locale))
                .toList();
    }
}
