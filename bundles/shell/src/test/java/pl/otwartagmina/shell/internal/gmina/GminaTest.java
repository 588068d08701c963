package pl.otwartagmina.shell.internal.gmina;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.value.Nip;

class GminaTest {
    @ParameterizedTest
    @ValueSource(strings = {"1111111111", " 111-111-11-11 ", "111 111 11 11"})
    void a_nip_is_read_however_it_is_parted(String typed) {
        assertThat(Gmina.nip(typed)).contains(new Nip("1111111111"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "111-111-11-12", "PL1111111111", "brak"})
    void what_is_no_nip_is_none(String typed) {
        assertThat(Gmina.nip(typed)).isEmpty();
    }
}
