package pl.otwartagmina.service.payments.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Hashtable;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class RatesCommandTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Dictionary<String, Object> stored = new Hashtable<>();
    private int updates;

    @Test
    void without_words_it_shows_what_holds_and_changes_nothing() throws Exception {
        command().execute();

        assertThat(said()).contains("tax, percent", "tax, minimum", "civil, percent");
        assertThat(updates).isZero();
    }

    @Test
    void a_new_rate_goes_into_the_settings_beside_what_is_there() throws Exception {
        stored.put("interest", "minimum 2026-12-03 9.10");
        stored.put("masks", "waste 9998");
        RatesCommand command = command();
        command.tax = "2026-12-03  9,5";
        command.civil = "2026-12-03 9.0";
        command.execute();

        assertThat(stored.get("interest")).isEqualTo("minimum 2026-12-03 9.10, rate 2026-12-03 9.5");
        assertThat(stored.get("civilInterest")).isEqualTo("rate 2026-12-03 9.0");
        assertThat(stored.get("masks")).isEqualTo("waste 9998");
        assertThat(said()).contains("2026-12-03", "9.5", "9.0");
    }

    @Test
    void the_rate_of_a_day_is_put_right_by_another_of_that_day() throws Exception {
        stored.put("interest", "rate 2026-12-03 9.5, rate 2027-03-04 9.0");
        RatesCommand command = command();
        command.tax = "2026-12-03 9.25";
        command.execute();
        assertThat(stored.get("interest")).isEqualTo("rate 2027-03-04 9.0, rate 2026-12-03 9.25");
    }

    @Test
    void what_is_no_rate_is_refused_and_nothing_changes() {
        for (String wrong : new String[] {"2026-13-03 9.5", "9.5", "2026-12-03 95", "2026-12-03 -1", "3.12.2026 9.5"}) {
            RatesCommand command = command();
            command.tax = wrong;
            assertThatThrownBy(command::execute).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(updates).isZero();
    }

    private RatesCommand command() {
        RatesCommand command = new RatesCommand();
        Configuration configuration = fake(Configuration.class, (name, argument) -> switch (name) {
            case "getProperties" -> stored;
            case "update" -> take(argument);
            default -> throw new UnsupportedOperationException(name);
        });
        command.settings = fake(ConfigurationAdmin.class, (name, argument) -> configuration);
        PrintStream console = new PrintStream(screen, true, StandardCharsets.UTF_8);
        command.session = fake(Session.class, (name, argument) -> console);
        return command;
    }

    @SuppressWarnings("unchecked") // ConfigurationAdmin wants a dictionary of objects
    private Object take(Object values) {
        stored = (Dictionary<String, Object>) values;
        updates++;
        return values;
    }

    /** What a method of the fake answers to its first argument. */
    private interface Answer {
        Object to(String method, Object argument);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments == null ? "" : arguments[0])));
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
