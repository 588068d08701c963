package pl.otwartagmina.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.FrameworkStartLevel;

class BootTest {
    private static final int MODULES = 80;

    private final AtomicInteger level = new AtomicInteger(30);
    private final CountDownLatch asked = new CountDownLatch(3);
    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void the_work_waits_until_modules_may_start() throws InterruptedException {
        Boot.afterwards(context(), "recover", done::countDown);

        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done.getCount()).isOne();

        level.set(MODULES);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private BundleContext context() {
        FrameworkStartLevel levels = fake(FrameworkStartLevel.class, method -> {
            asked.countDown();
            return method.equals("getInitialBundleStartLevel") ? MODULES : level.get();
        });
        Bundle framework = fake(Bundle.class, method -> levels);
        return fake(BundleContext.class, method -> framework);
    }

    private static <T> T fake(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName())));
    }
}
