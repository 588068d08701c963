package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import pl.otwartagmina.service.payments.internal.Tab;

/** The tabs above the list, as the ARIA practices want them: arrows move, one of them is a stop of the Tab key. */
final class TabBar extends Div {
    private static final long serialVersionUID = 1L;

    private final Map<Tab, NativeButton> buttons = new EnumMap<>(Tab.class);

    TabBar(String panelId, Consumer<Tab> chosen) {
        addClassName("og-tabs");
        getElement().setAttribute("role", "tablist");
        for (Tab tab : Tab.values()) {
            NativeButton button = new NativeButton("", click -> chosen.accept(tab));
            button.setId(id(tab));
            button.getElement().setAttribute("role", "tab");
            button.getElement().setAttribute("aria-controls", panelId);
            onArrow(button, "ArrowRight", neighbour(tab, 1), chosen);
            onArrow(button, "ArrowLeft", neighbour(tab, -1), chosen);
            buttons.put(tab, button);
            add(button);
        }
    }

    static String id(Tab tab) {
        return "payments-tab-" + tab.code();
    }

    void label(String text) {
        getElement().setAttribute("aria-label", text);
    }

    void show(Tab tab, String text, boolean selected) {
        NativeButton button = button(tab);
        button.setText(text);
        button.getElement().setAttribute("aria-selected", String.valueOf(selected));
        button.getElement().setAttribute("tabindex", selected ? "0" : "-1");
    }

    private NativeButton button(Tab tab) {
        NativeButton button = buttons.get(tab);
        if (button == null) {
            throw new IllegalStateException("No button for " + tab);
        }
        return button;
    }

    private void onArrow(NativeButton button, String key, Tab target, Consumer<Tab> chosen) {
        button.getElement()
                .addEventListener("keydown", event -> {
                    chosen.accept(target);
                    button(target).focus();
                })
                .setFilter("event.key === '" + key + "'");
    }

    private static Tab neighbour(Tab tab, int step) {
        int count = Tab.values().length;
        return Tab.values()[(tab.ordinal() + step + count) % count];
    }
}
