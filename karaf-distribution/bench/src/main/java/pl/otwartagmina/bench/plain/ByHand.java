package pl.otwartagmina.bench.plain;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Declarative Services do by reflection too: annotations as settings, references set and bound. */
final class ByHand {
    private ByHand() {}

    /** Settings of a component, with their defaults where {@code values} has none. */
    static <T> T settings(Class<T> type, Map<String, ?> values) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object value = values.get(method.getName());
                    if (value instanceof String text && method.getReturnType() == int.class) {
                        return Integer.valueOf(text);
                    }
                    return value == null ? method.getDefaultValue() : value;
                }));
    }

    /** Sets a field reference. */
    static void set(Object component, String field, Object service) throws ReflectiveOperationException {
        Field reference = component.getClass().getDeclaredField(field);
        reference.setAccessible(true);
        reference.set(component, service);
    }

    /** Calls a bind method. */
    static void bind(Object component, String name, Class<?> type, Object service) throws ReflectiveOperationException {
        Method method = component.getClass().getDeclaredMethod(name, type);
        method.setAccessible(true);
        method.invoke(component, service);
    }

    /** An object of which only some methods are ever called. */
    static <T> T partial(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == Objects.requireNonNull(arguments)[0];
                    case "toString" -> type.getSimpleName();
                    default -> {
                        Answer answer = answers.get(method.getName());
                        if (answer == null) {
                            throw new UnsupportedOperationException(method.toString());
                        }
                        yield answer.to(arguments == null ? new Object[0] : arguments);
                    }
                }));
    }

    /** What a method returns. */
    interface Answer {
        @Nullable
        Object to(Object[] arguments) throws Exception;
    }
}
