package pl.otwartagmina.service.payments.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Days on which a term may end: neither Saturdays nor statutory holidays (ustawa o dniach wolnych od pracy). */
public final class WorkingDays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(5, 3),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    private static final int CHRISTMAS_EVE_SINCE = 2025;

    private WorkingDays() {}

    /** The day itself, or the next one on which a term may end: art. 12 § 5 Ordynacji, art. 115 KC. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (candidate.getDayOfWeek() == DayOfWeek.SATURDAY || isHoliday(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** Sundays and statutory holidays. */
    public static boolean isHoliday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || FIXED.contains(MonthDay.from(day))) {
            return true;
        }
        if (day.getYear() >= CHRISTMAS_EVE_SINCE && day.getMonthValue() == 12 && day.getDayOfMonth() == 24) {
            return true;
        }
        LocalDate easter = easter(day.getYear());
        // Easter Monday and Corpus Christi; Easter and Pentecost are Sundays
        return day.equals(easter.plusDays(1)) || day.equals(easter.plusDays(60));
    }

    /** Gregorian Easter by the algorithm of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
