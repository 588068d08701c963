package pl.otwartagmina.service.payments.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;

/** Configuration as the container hands it over: what is set, and the defaults of the rest. */
public final class Settings {
    private Settings() {}

    public static <T> T of(Class<T> type, Map<String, Object> set) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        set.getOrDefault(method.getName(), Objects.requireNonNullElse(method.getDefaultValue(), ""))));
    }
}
