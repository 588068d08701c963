package pl.otwartagmina.api.module;

import com.vaadin.flow.component.Component;
import java.util.function.Function;
import pl.otwartagmina.api.identity.Acting;

/**
 * One screen of a module.
 *
 * <p>The class needs no {@code @Route}, may be package-private and gets all it needs from its factory, so its fields can
 * be final. Flow's own interfaces work as usual: {@code HasUrlParameter}, {@code BeforeEnterObserver} and so on.
 *
 * @param path below {@code /e/<id>/}, empty for the module's first screen; may hold Flow's route templates
 * @param type the class of the screen, one view for each class
 * @param titleKey message key of its title
 * @param access the least level that may see it; the shell refuses everybody below
 * @param inMenu whether the menu lists it
 * @param factory makes the screen for the person who is signed in
 */
public record View<T extends Component>(
        String path, Class<T> type, String titleKey, AccessLevel access, boolean inMenu, Function<Acting, T> factory) {

    public View {
        if (path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("The path of a view has no slash at its ends: " + path);
        }
    }

    /** The module's first screen. */
    public static <T extends Component> View<T> first(
            Class<T> type, String titleKey, AccessLevel access, Function<Acting, T> factory) {
        return new View<>("", type, titleKey, access, true, factory);
    }

    /** A further screen that the menu lists. */
    public static <T extends Component> View<T> listed(
            String path, Class<T> type, String titleKey, AccessLevel access, Function<Acting, T> factory) {
        return new View<>(path, type, titleKey, access, true, factory);
    }

    /** A further screen, reached from another one. */
    public static <T extends Component> View<T> inner(
            String path, Class<T> type, String titleKey, AccessLevel access, Function<Acting, T> factory) {
        return new View<>(path, type, titleKey, access, false, factory);
    }
}
