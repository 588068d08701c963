package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.ui.Gate;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/**
 * The gate of one window. Whoever has to sign in more surely does it in another tab; this one waits as it is, and when the
 * visit has reached the level the act goes on by itself.
 */
public final class WindowGate implements Gate {
    private final UI window;
    private final ShellPages pages;
    private @Nullable Waiting waiting;

    private record Waiting(AccessLevel needed, Consumer<Acting> act, Dialog dialog) {}

    public WindowGate(UI window, ShellPages pages) {
        this.window = window;
        this.pages = pages;
    }

    /** From now on the gate of its window. */
    public void keep() {
        ComponentUtil.setData(window, Gate.class, this);
    }

    static WindowGate of(UI window) {
        return (WindowGate)
                Objects.requireNonNull(ComponentUtil.getData(window, Gate.class), "set when the window was opened");
    }

    @Override
    public void pass(AccessLevel needed, Consumer<Acting> act) {
        Acting acting = Visit.acting(window);
        if (acting.level().covers(needed)) {
            act.accept(acting);
        } else {
            Dialog dialog = dialog(needed);
            waiting = new Waiting(needed, act, dialog);
            window.add(dialog);
            dialog.open();
        }
    }

    /** The person is known in another way than before: perhaps the act can go on. */
    void personChanged() {
        Waiting one = waiting;
        Acting acting = Visit.acting(window);
        if (one != null && acting.level().covers(one.needed())) {
            waiting = null;
            one.dialog().close();
            one.act().accept(acting);
        } else if (one != null) {
            fill(one.dialog(), one.needed());
        }
    }

    private Dialog dialog(AccessLevel needed) {
        Dialog dialog = new Dialog();
        fill(dialog, needed);
        // who turns back turns the act back
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened() && waiting != null && waiting.dialog() == dialog) {
                waiting = null;
            }
        });
        return dialog;
    }

    /** Says what is to be done by whoever acts now. */
    private void fill(Dialog dialog, AccessLevel needed) {
        String key = Visit.acting(window).person().isPresent() ? "portal.gate." : "portal.gate.visitor.";
        List<Component> ways = pages.waysBeside(window, needed);
        Div body = new Div(new Paragraph(window.getTranslation(ways.isEmpty() ? "portal.gate.none" : key + "text")));
        body.addClassName("og-form");
        body.add(ways);
        dialog.setHeaderTitle(window.getTranslation(key + "title"));
        dialog.removeAll();
        dialog.add(body);
        dialog.getFooter().removeAll();
        dialog.getFooter().add(new Button(window.getTranslation(key + "back"), click -> dialog.close()));
    }
}
