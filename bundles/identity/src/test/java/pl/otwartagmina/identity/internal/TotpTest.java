package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final Totp RFC = Totp.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, SHA-1; of its eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(RFC.code(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    /** RFC 4648, section 10. */
    @Test
    void secrets_are_written_in_base32() {
        assertThat(Totp.of("foobar".getBytes(StandardCharsets.US_ASCII)).secret())
                .isEqualTo("MZXW6YTBOI");
        assertThat(RFC.secret()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.random().secret()).matches("[A-Z2-7]{32}");
    }

    @Test
    void a_clock_may_be_half_a_minute_off_but_not_more() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = RFC.code(now);

        assertThat(RFC.step(code, now.minusSeconds(30), 0)).isPresent();
        assertThat(RFC.step(code, now.plusSeconds(30), 0)).isPresent();
        assertThat(RFC.step(code, now.minusSeconds(61), 0)).isEmpty();
        assertThat(RFC.step(code, now.plusSeconds(61), 0)).isEmpty();
    }

    @Test
    void no_step_counts_twice() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = RFC.step(RFC.code(now), now, 0).orElseThrow();

        assertThat(RFC.step(RFC.code(now), now, step)).isEmpty();
    }
}
