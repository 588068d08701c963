package pl.otwartagmina.api.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

class ModuleDueTest {
    private static final PartyKey ANNA = new PartyKey("a".repeat(32));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final DueLabel LABEL = new DueLabel("hall.due.kind", "hall.due.title", List.of("3.12.2026"), 2026);

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "new\nline", "ąę"})
    void an_id_can_be_written_anywhere(String id) {
        assertThatThrownBy(() -> due(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_is_as_long_as_the_column_at_most() {
        assertThat(due("x".repeat(64)).id()).hasSize(64);
        assertThatThrownBy(() -> due("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0, 0", "10, -1, 0", "10, 10.01, 0", "10, 0, -1", "1000000000000, 0, 0", "1, 0, 1000000000000"})
    void amounts_that_cannot_be_are_refused(String principal, String paid, String costs) {
        assertThatThrownBy(() -> new DueAmounts(Money.of(principal), Money.of(paid), Money.of(costs)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_label_is_made_of_keys_and_fits_the_page() {
        assertThatThrownBy(() -> new DueLabel("Opłata za salę", "hall.due.title", List.of(), 2026))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DueLabel("hall.kind", "hall.title", Collections.nCopies(9, "x"), 2026))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DueLabel("hall.kind", "hall.title", List.of("x".repeat(121)), 2026))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new DueLabel("hall.kind", "hall.title", List.of(), "x".repeat(81), 2026, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DueLabel.Instalment(5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void money_that_is_given_back_takes_from_the_due_what_had_come() {
        assertThat(booked(Optional.empty()).effect()).isEqualTo(Money.of("26"));
        assertThat(booked(Optional.of("order/1")).effect()).isEqualTo(Money.of("-26"));
        assertThat(booked(Optional.of("order/1")).isReversal()).isTrue();
    }

    private static Booked booked(Optional<String> reverses) {
        return new Booked(
                "x/1",
                "H1",
                ANNA,
                reverses,
                Money.of("16"),
                Money.of("3"),
                Money.of("10"),
                Money.of("1"),
                DAY,
                Instant.EPOCH);
    }

    private static ModuleDue due(String id) {
        return new ModuleDue(
                id,
                ANNA,
                LABEL,
                DAY,
                DueAmounts.of(Money.of("120")),
                Nrb.ofBban("999999991234567890123456"),
                InterestRule.NONE,
                false,
                Set.of());
    }
}
