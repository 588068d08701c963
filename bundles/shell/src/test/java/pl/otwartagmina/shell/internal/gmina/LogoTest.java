package pl.otwartagmina.shell.internal.gmina;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {
    @Test
    void a_logo_has_a_file_a_text_and_perhaps_an_address() {
        assertThat(Logo.parse("ue.svg | Unia Europejska | https://europa.eu"))
                .contains(new Logo("ue.svg", "Unia Europejska", "https://europa.eu"));
        assertThat(Logo.parse("ue.svg|Unia Europejska")).contains(new Logo("ue.svg", "Unia Europejska", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ue.svg", "../users.properties | x", "a/b.svg | x", "script.js | x"})
    void what_is_no_picture_of_the_folder_is_no_logo(String line) {
        assertThat(Logo.parse(line)).isEmpty();
    }

    @Test
    void an_address_that_is_no_web_page_is_left_out() {
        assertThat(Logo.parse("ue.svg | Unia | javascript:alert(1)")).contains(new Logo("ue.svg", "Unia", ""));
    }
}
