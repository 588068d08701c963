package pl.otwartagmina.service.payments.internal.demo;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** The days of the acts on local taxes; the importer moves them off holidays. */
final class Calendar {
    private static final List<MonthDay> INSTALMENTS =
            List.of(MonthDay.of(3, 15), MonthDay.of(5, 15), MonthDay.of(9, 15), MonthDay.of(11, 15));

    private Calendar() {}

    /** Real estate, agricultural and forest tax of persons. */
    static LocalDate instalment(int year, int index) {
        return INSTALMENTS.get(index).atYear(year);
    }

    /** Real estate tax of companies: to the 15th, January until its end. */
    static LocalDate monthly(int year, int month) {
        return month == 1 ? LocalDate.of(year, 1, 31) : LocalDate.of(year, month, 15);
    }

    /** Tax on means of transport. */
    static LocalDate transport(int year, int index) {
        return LocalDate.of(year, index == 0 ? 2 : 9, 15);
    }
}
