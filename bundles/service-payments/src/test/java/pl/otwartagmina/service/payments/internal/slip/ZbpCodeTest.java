package pl.otwartagmina.service.payments.internal.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Nrb;

class ZbpCodeTest {
    private static final Nrb SAMPLE = new Nrb("61109010140000071219812874");

    @Test
    void the_sample_of_an_invoice_comes_out_byte_by_byte() {
        assertThat(ZbpCode.of(
                        Optional.of(new Nip("5260250274")),
                        SAMPLE,
                        Money.of("1900.00"),
                        "Hurtownia Chemii Łódź i Okolice",
                        "Faktura FV/12/2026"))
                .contains(new ZbpCode(
                        "5260250274|PL|61109010140000071219812874|190000|Hurtownia Chemii Łód|Faktura FV/12/2026|||"));
    }

    @Test
    void the_sample_with_a_reserved_field_comes_out() {
        assertThat(ZbpCode.of(
                        Optional.of(new Nip("1111111111")),
                        new Nrb("34999999991234567890123456"),
                        Money.of("553.50"),
                        "Przykladowa Spolka F",
                        "FV 1234/0126/ABC",
                        "12345678"))
                .contains(new ZbpCode("1111111111|PL|34999999991234567890123456|055350|Przykladowa Spolka F|FV"
                        + " 1234/0126/ABC|12345678||"));
    }

    @Test
    void the_sample_of_a_tax_comes_out() {
        assertThat(ZbpCode.of(
                        Optional.empty(),
                        new Nrb("44109010149999000240000021"),
                        Money.of("131.00"),
                        "Gmina Puławy",
                        "Karta 240000021 rata 1/2026"))
                .contains(new ZbpCode(
                        "|PL|44109010149999000240000021|013100|Gmina Puławy|Karta 240000021 rata 1/2026|||"));
    }

    @ParameterizedTest
    @CsvSource({"0.00, false", "-1.00, false", "0.01, true", "9999.99, true", "10000.00, false"})
    void the_code_carries_up_to_9999_99(String amount, boolean carried) {
        assertThat(ZbpCode.of(Optional.empty(), SAMPLE, Money.of(amount), "Gmina", "Podatek")
                        .isPresent())
                .isEqualTo(carried);
    }

    @Test
    void a_character_of_two_halves_is_never_cut_in_between() {
        String houses = "\uD83C\uDFE0".repeat(30);
        String text = ZbpCode.of(Optional.empty(), SAMPLE, Money.of("1.00"), "A" + houses, houses)
                .orElseThrow()
                .text();
        assertThat(text.split("\\|", -1)[4]).isEqualTo("A" + "\uD83C\uDFE0".repeat(9));
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }

    @Property
    void whatever_people_write_the_code_has_nine_fields_and_at_most_160_characters(
            @ForAll String recipient,
            @ForAll String title,
            @ForAll String reserved,
            @ForAll @LongRange(min = 1, max = 999_999) long grosze) {
        String text = ZbpCode.of(
                        Optional.of(new Nip("8567346215")), SAMPLE, Money.ofGrosze(grosze), recipient, title, reserved)
                .orElseThrow()
                .text();
        String[] fields = text.split("\\|", -1);
        assertThat(text.length()).isLessThanOrEqualTo(160);
        assertThat(fields).hasSize(9);
        assertThat(fields[3]).matches("\\d{6}");
        assertThat(Long.parseLong(fields[3])).isEqualTo(grosze);
        assertThat(fields[4].length()).isLessThanOrEqualTo(20);
        assertThat(fields[5].length()).isLessThanOrEqualTo(32);
        assertThat(text.chars().noneMatch(Character::isISOControl)).isTrue();
    }
}
