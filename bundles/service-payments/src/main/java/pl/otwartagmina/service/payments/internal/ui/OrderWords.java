package pl.otwartagmina.service.payments.internal.ui;

import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.order.OrderState;

/** How payments are spoken of. */
public final class OrderWords {
    private OrderWords() {}

    /** The colour of a state. */
    public static Tone tone(OrderState state) {
        return switch (state) {
            case CREATED, REDIRECTED, PENDING, CONFIRMED, REFUNDING -> Tone.INFO;
            case BOOKED -> Tone.SUCCESS;
            case FAILED, EXPIRED -> Tone.WARNING;
            case CANCELLED, REFUNDED -> Tone.NEUTRAL;
        };
    }

    /** The state in one word. */
    public static Badge badge(Texts texts, OrderState state) {
        return new Badge(tone(state), texts.get("payments.order." + state.code()));
    }
}
