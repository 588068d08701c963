package pl.otwartagmina.api.module;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasUrlParameter;
import java.util.Optional;
import java.util.function.Function;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Role;

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
 * @param role the role that it takes besides; the shell refuses everybody without it, and their menu leaves it out
 */
public record View<T extends Component>(
        String path,
        Class<T> type,
        String titleKey,
        AccessLevel access,
        boolean inMenu,
        Function<Acting, T> factory,
        Optional<Role> role) {

    public View {
        if (path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("The path of a view has no slash at its ends: " + path);
        }
    }

    /** A screen for everybody of the level. */
    public View(
            String path,
            Class<T> type,
            String titleKey,
            AccessLevel access,
            boolean inMenu,
            Function<Acting, T> factory) {
        this(path, type, titleKey, access, inMenu, factory, Optional.empty());
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

    /** The same screen for people of the office who have this role. */
    public View<T> forRole(Role needed) {
        return new View<>(path, type, titleKey, access, inMenu, factory, Optional.of(needed));
    }

    /** Whether its address goes on with what is asked for, such as a record. */
    public boolean hasParameter() {
        return path.contains(":") || HasUrlParameter.class.isAssignableFrom(type);
    }

    /** Whether this person, in this browser, may see it. */
    public boolean isFor(Acting acting) {
        return acting.level().covers(access) && role.map(acting::has).orElse(true);
    }
}
