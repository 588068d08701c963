package pl.otwartagmina.service.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    @ParameterizedTest
    @CsvSource({
        "2020-03-15, 2020-03-16",
        "2020-05-15, 2020-05-15",
        "2020-11-15, 2020-11-16",
        "2025-03-15, 2025-03-17",
        "2025-11-15, 2025-11-17",
        "2026-03-15, 2026-03-16",
        "2026-11-15, 2026-11-16",
        "2027-05-15, 2027-05-17",
        "2028-09-15, 2028-09-15",
        "2024-12-24, 2024-12-24",
        "2025-12-24, 2025-12-29",
        "2026-04-04, 2026-04-07"
    })
    void a_term_that_ends_on_a_free_day_ends_on_the_next_working_day(LocalDate day, LocalDate shifted) {
        assertThat(WorkingDays.onOrAfter(day)).isEqualTo(shifted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-04-20", "2025-04-21", "2025-06-19", "2026-06-04", "2027-03-29", "2025-12-24"})
    void movable_feasts_and_christmas_eve_since_2025_are_holidays(LocalDate day) {
        assertThat(WorkingDays.isHoliday(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2000, 2000-04-23", "2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2038, 2038-04-25"})
    void easter_is_found(int year, LocalDate easter) {
        assertThat(WorkingDays.easter(year)).isEqualTo(easter);
    }

    @Property
    void a_shifted_day_is_a_working_day_at_most_five_days_later_and_shifting_again_changes_nothing(
            @ForAll @LongRange(min = 10_000, max = 40_000) long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        LocalDate shifted = WorkingDays.onOrAfter(day);
        assertThat(shifted).isBetween(day, day.plusDays(5));
        assertThat(shifted.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(WorkingDays.onOrAfter(shifted)).isEqualTo(shifted);
    }
}
