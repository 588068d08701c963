package pl.otwartagmina.service.payments.internal.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Of what somebody wants to be reminded by a letter.
 *
 * @param daysBefore so many days before a due day, one of {@link #DAYS}; 0 for not at all
 * @param after once more when the day has passed
 */
public record ReminderChoice(int daysBefore, boolean after) {
    /** Nobody is written to who has not asked for it. */
    public static final ReminderChoice NONE = new ReminderChoice(0, false);

    /** What there is to choose from. */
    public static final List<Integer> DAYS = List.of(14, 7, 3, 1);

    /**
     * For so many days after its day one is reminded of a due, so that a portal that stood still makes up for it; of what is
     * older the office reminds in its own way (upomnienie).
     */
    public static final int DAYS_AFTER = 14;

    public ReminderChoice {
        if (daysBefore != 0 && !DAYS.contains(daysBefore)) {
            throw new IllegalArgumentException("Nobody is reminded " + daysBefore + " days before");
        }
    }

    /** Whether there is anything to be reminded of. */
    public boolean isOn() {
        return daysBefore > 0 || after;
    }

    /** Of which moment of a due one is reminded on {@code today}, if not reminded of it already. */
    public Optional<Moment> on(LocalDate today, LocalDate dueDay) {
        if (today.isAfter(dueDay)) {
            return after && !today.isAfter(dueDay.plusDays(DAYS_AFTER)) ? Optional.of(Moment.AFTER) : Optional.empty();
        }
        return daysBefore > 0 && !today.isBefore(dueDay.minusDays(daysBefore))
                ? Optional.of(Moment.BEFORE)
                : Optional.empty();
    }
}
