package com.example.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.value.Money;

class LateFeeTest {
    @Test
    void each_day_costs_and_a_book_in_time_is_free() {
        assertEquals(Money.of("0.60"), LateFeeView.fee(3));
        assertEquals(Money.ZERO, LateFeeView.fee(-1));
    }

    @Test
    void the_tile_has_its_words() {
        ResourceBundle words = ResourceBundle.getBundle("i18n.messages");
        assertTrue(words.containsKey("library.title") && words.containsKey("library.summary"));
    }
}
