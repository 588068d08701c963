package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.identity.internal.Scan.Fault;

class ScanTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0};

    static Scan pdf(String name) {
        return Scan.of(name, "%PDF-1.7 and the rest".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void it_is_what_its_first_bytes_and_its_name_say() {
        assertThat(pdf("akt.PDF").type()).isEqualTo(Scan.Type.PDF);
        assertThat(Scan.of("a.png", PNG).type()).isEqualTo(Scan.Type.PNG);
        assertThat(Scan.of("a.jpg", JPEG).type()).isEqualTo(Scan.Type.JPEG);
        assertThat(Scan.of("a.jpeg", JPEG).type()).isEqualTo(Scan.Type.JPEG);
    }

    @Test
    void anything_else_is_refused_with_the_reason() {
        byte[] page = "<html>%PDF-".getBytes(StandardCharsets.US_ASCII);

        assertThat(Scan.fault("a.pdf", page)).contains(Fault.TYPE);
        assertThat(Scan.fault("a.pdf", PNG)).contains(Fault.NAME);
        assertThat(Scan.fault("a.png.exe", PNG)).contains(Fault.NAME);
        assertThat(Scan.fault("png", Arrays.copyOf(PNG, 4))).contains(Fault.TYPE);
        assertThat(Scan.fault("a", PNG)).contains(Fault.NAME);
        assertThat(Scan.fault("a.png", new byte[0])).contains(Fault.EMPTY);
        assertThat(Scan.fault("a.png", Arrays.copyOf(PNG, Scan.LONGEST))).isEmpty();
        assertThat(Scan.fault("a.png", Arrays.copyOf(PNG, Scan.LONGEST + 1))).contains(Fault.TOO_LARGE);
        assertThatThrownBy(() -> new Scan("a.pdf", Scan.Type.PDF, PNG)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\skany\\akt nr 5.pdf, akt nr 5.pdf",
        "../../etc/akt.pdf, akt.pdf",
        "'a<b>\"c;\u202egnp.pdf', a_b__c__gnp.pdf",
        "zażółć gęślą.pdf, zażółć gęślą.pdf"
    })
    void its_name_is_one_that_can_be_saved_anywhere(String sent, String kept) {
        assertThat(pdf(sent).name()).isEqualTo(kept);
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(pdf("x".repeat(300) + ".pdf").name()).hasSize(100).endsWith("x.pdf");
    }
}
