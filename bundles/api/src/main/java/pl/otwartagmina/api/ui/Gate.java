package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * Lets an act through only for who is signed in surely enough. Whoever is not is asked to sign in again, in another window,
 * while the page stays as it is: nothing that was typed is lost.
 */
@ProviderType
public interface Gate {
    /**
     * Runs the act: at once, or when the person has reached the level; not at all if they do not.
     *
     * @param needed level of the act
     * @param act gets who acts at that moment, at that level; runs under the lock of the window
     */
    void pass(AccessLevel needed, Consumer<Acting> act);

    /**
     * The gate of the window that shows a component.
     *
     * @throws IllegalStateException if the component is shown in none
     */
    static Gate of(Component component) {
        return component
                .getUI()
                .or(() -> Optional.ofNullable(UI.getCurrent()))
                .map(ui -> ComponentUtil.getData(ui, Gate.class))
                .orElseThrow(() -> new IllegalStateException("An act takes a window of the portal"));
    }
}
