package pl.otwartagmina.service.payments.internal.ui;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Owed;

/** The dues that somebody has ticked, over all pages of the list. */
final class Selection {
    private final Map<String, Owed> chosen = new LinkedHashMap<>();
    private final Runnable changed;

    Selection(Runnable changed) {
        this.changed = changed;
    }

    boolean has(Owed owed) {
        return chosen.containsKey(owed.due().id());
    }

    void choose(Collection<Owed> dues, boolean yes) {
        for (Owed owed : dues) {
            if (yes) {
                chosen.put(owed.due().id(), owed);
            } else {
                chosen.remove(owed.due().id());
            }
        }
        changed.run();
    }

    List<String> ids() {
        return List.copyOf(chosen.keySet());
    }

    Money total() {
        return chosen.values().stream().map(Owed::toPay).reduce(Money.ZERO, Money::plus);
    }
}
