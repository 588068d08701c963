package pl.otwartagmina.service.payments.internal.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderChoiceTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 16);

    @ParameterizedTest
    @CsvSource({
        "7, true, 2026-11-08, none",
        "7, true, 2026-11-09, before",
        "7, true, 2026-11-16, before",
        "7, true, 2026-11-17, after",
        "7, true, 2026-11-30, after",
        "7, true, 2026-12-01, none",
        "14, false, 2026-11-02, before",
        "14, false, 2026-11-17, none",
        "1, false, 2026-11-14, none",
        "1, false, 2026-11-15, before",
        "0, true, 2026-11-16, none",
        "0, true, 2026-11-17, after",
        "0, false, 2026-11-16, none",
    })
    void each_due_has_its_days(int before, boolean after, LocalDate today, String moment) {
        ReminderChoice choice = new ReminderChoice(before, after);
        assertThat(choice.on(today, DUE).map(Moment::code).orElse("none")).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, 30})
    void only_the_days_that_are_offered_can_be_chosen(int days) {
        assertThatThrownBy(() -> new ReminderChoice(days, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
