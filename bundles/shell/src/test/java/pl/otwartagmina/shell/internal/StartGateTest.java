package pl.otwartagmina.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartGateTest {
    private final StartGate gate = new StartGate();
    private final List<String> answered = new ArrayList<>();

    @Test
    void before_the_last_servlet_is_there_a_request_is_asked_to_come_again() throws IOException {
        assertThat(letsIn()).isFalse();
        assertThat(answered).containsExactly("setStatus[503]", "setIntHeader[Retry-After, 1]", "flushBuffer");
    }

    @Test
    void afterwards_the_answer_is_left_to_the_servlets() throws IOException {
        gate.opened();

        assertThat(letsIn()).isTrue();
        assertThat(answered).isEmpty();
    }

    @Test
    void it_stays_open_when_the_new_servlet_comes_before_the_old_one_goes() throws IOException {
        gate.opened();
        gate.opened();
        gate.closed();
        assertThat(letsIn()).isTrue();

        gate.closed();
        assertThat(letsIn()).isFalse();
    }

    private boolean letsIn() throws IOException {
        return gate.letsIn((HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                    answered.add(method.getName() + (arguments == null ? "" : Arrays.toString(arguments)));
                    return null;
                }));
    }
}
