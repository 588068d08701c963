package pl.otwartagmina.service.payments.internal.ui;

import java.util.List;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.service.payments.internal.store.Reminders;

/** The screen on which residents choose to be reminded. */
public final class ReminderViews {
    private ReminderViews() {}

    /** The screen over these choices. */
    public static List<View<?>> of(Reminders reminders) {
        return List.of(View.inner(
                "reminders",
                RemindersView.class,
                "payments.reminders.title",
                AccessLevel.VERIFIED,
                acting -> new RemindersView(reminders, acting)));
    }
}
