package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The tabs above the list, as the ARIA practices want them: arrows move, one of them is a stop of the Tab key. */
final class TabBar<T extends Enum<T>> extends Div {
    private static final long serialVersionUID = 1L;

    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private final List<T> tabs;

    TabBar(List<T> tabs, String panelId, Consumer<T> chosen) {
        this.tabs = List.copyOf(tabs);
        addClassName("og-tabs");
        getElement().setAttribute("role", "tablist");
        for (T tab : tabs) {
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

    static String id(Enum<?> tab) {
        return "payments-tab-" + tab.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void label(String text) {
        getElement().setAttribute("aria-label", text);
    }

    void show(T tab, String text, boolean selected) {
        NativeButton button = button(tab);
        button.setText(text);
        button.getElement().setAttribute("aria-selected", String.valueOf(selected));
        button.getElement().setAttribute("tabindex", selected ? "0" : "-1");
    }

    private NativeButton button(T tab) {
        NativeButton button = buttons.get(tab);
        if (button == null) {
            throw new IllegalStateException("No button for " + tab);
        }
        return button;
    }

    private void onArrow(NativeButton button, String key, T target, Consumer<T> chosen) {
        button.getElement()
                .addEventListener("keydown", event -> {
                    chosen.accept(target);
                    button(target).focus();
                })
                .setFilter("event.key === '" + key + "'");
    }

    private T neighbour(T tab, int step) {
        return tabs.get((tabs.indexOf(tab) + step + tabs.size()) % tabs.size());
    }
}
