package pl.otwartagmina.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void an_object_is_read() throws Unreadable {
        var object = StrictJson.object(bytes("{\"a\":\"ż\",\"b\":12,\"c\":{}}"));

        assertThat(StrictJson.needText(object, "a")).isEqualTo("ż");
        assertThat(StrictJson.needWhole(object, "b")).isEqualTo(12);
        assertThat(StrictJson.needObject(object, "c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "{\"a\":1,\"a\":2}",
                "{\"x\":{\"a\":1,\"a\":2}}",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "{'a':1}",
                "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]}",
                "{"
            })
    void anything_else_is_not(String junk) {
        assertThatThrownBy(() -> StrictJson.object(bytes(junk))).isInstanceOf(Unreadable.class);
    }

    @Test
    void what_is_wrong_is_told_without_what_came() {
        assertThatThrownBy(() -> StrictJson.object(bytes("{\"pesel\":02211307589")))
                .isInstanceOf(Unreadable.class)
                .message()
                .doesNotContain("0221");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"b\":1.5}", "{\"b\":\"1\"}", "{\"b\":null}", "{}", "{\"b\":99999999999999999999}"})
    void a_number_that_is_not_whole_is_none(String text) throws Unreadable {
        var object = StrictJson.object(bytes(text));

        assertThatThrownBy(() -> StrictJson.needWhole(object, "b")).isInstanceOf(Unreadable.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
