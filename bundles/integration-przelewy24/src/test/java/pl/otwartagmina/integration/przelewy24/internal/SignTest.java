package pl.otwartagmina.integration.przelewy24.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignTest {
    @Test
    void slashes_and_polish_letters_are_not_escaped() {
        assertThat(new Sign().and("slash", "foo/bar").and("unicode", "ąźćż").hex())
                .isEqualTo("4e9e3bc8c346c7487dbd4a4b4c6b5ec4561685d9018b775980e362159e3d4436"
                        + "e971036c3b278a07d9dd233298f0e45d");
    }

    @Test
    void the_json_is_that_of_php() {
        assertThat(new Sign()
                        .and("n", 12)
                        .and("t", "a\"b\\c\n\t\b\f\r\u0001\u2028é</")
                        .hex())
                .isEqualTo(FakeP24.sha384("{\"n\":12,\"t\":\"a\\\"b\\\\c\\n\\t\\b\\f\\r\\u0001\\u2028é</\"}"));
    }

    @Test
    void case_of_the_digits_does_not_matter_and_everything_else_does() {
        Sign sign = new Sign().and("a", 1);

        assertThat(sign.isOf(sign.hex().toUpperCase(java.util.Locale.ROOT))).isTrue();
        assertThat(sign.isOf(new Sign().and("a", "1").hex())).isFalse();
        assertThat(sign.isOf("")).isFalse();
    }
}
