package pl.otwartagmina.service.payments.internal.ui;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        return chosen.containsKey(owed.due().name());
    }

    void choose(Collection<Owed> dues, boolean yes) {
        for (Owed owed : dues) {
            if (yes) {
                chosen.put(owed.due().name(), owed);
            } else {
                chosen.remove(owed.due().name());
            }
        }
        changed.run();
    }

    List<String> names() {
        return List.copyOf(chosen.keySet());
    }

    /** What is owed may have changed, or gone, since it was ticked. */
    void keep(Collection<Owed> open) {
        Map<String, Owed> now =
                open.stream().collect(Collectors.toMap(owed -> owed.due().name(), Function.identity()));
        chosen.keySet().retainAll(now.keySet());
        chosen.replaceAll((name, before) -> now.getOrDefault(name, before));
    }

    Money total() {
        return chosen.values().stream().map(Owed::toPay).reduce(Money.ZERO, Money::plus);
    }
}
