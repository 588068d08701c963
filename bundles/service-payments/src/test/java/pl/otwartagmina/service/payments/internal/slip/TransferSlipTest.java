package pl.otwartagmina.service.payments.internal.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.SampleDues;

class TransferSlipTest {
    @Test
    void lines_and_tabs_become_spaces() {
        TransferSlip slip = slip(" Gmina\n Modrzewiny ", "131.00", "a\tb\u0000c");
        assertThat(slip.creditor()).isEqualTo("Gmina Modrzewiny");
        assertThat(slip.title()).isEqualTo("a b c");
    }

    @ParameterizedTest
    @CsvSource({"'', 1.00, x", "Gmina, 0.00, x", "Gmina, -1.00, x", "Gmina, 1000000000.00, x", "Gmina, 1.00, ' '"})
    void what_no_bank_takes_is_refused(String creditor, String amount, String title) {
        assertThatThrownBy(() -> slip(creditor, amount, title)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_title_has_up_to_140_characters() {
        assertThat(slip("Gmina", "1.00", "x".repeat(140)).title()).hasSize(140);
        assertThatThrownBy(() -> slip("Gmina", "1.00", "x".repeat(141))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_is_a_code_up_to_what_it_carries() {
        assertThat(slip("Gmina", "9999.99", "x").code()).isPresent();
        assertThat(slip("Gmina", "10000.00", "x").code()).isEmpty();
    }

    @Test
    void the_title_begins_with_what_machines_read() {
        Due due = SampleDues.realEstate("1", SampleDues.TODAY, "0.00");
        assertThat(PaymentTitle.of(due, "Podatek od nieruchomości"))
                .isEqualTo("240000021/NIER/2026/R3 Podatek od nieruchomości");
        assertThat(PaymentTitle.of(due, "Ż".repeat(200))).hasSize(140).startsWith("240000021/NIER/2026/R3 ŻŻ");
        assertThat(PaymentTitle.key(part(due, Instalment.forPeriod("2026-11")))).isEqualTo("240000021/NIER/2026/M11");
        assertThat(PaymentTitle.key(part(due, Instalment.forPeriod("2026-Q4")))).isEqualTo("240000021/NIER/2026/K4");
        assertThat(PaymentTitle.key(part(due, Instalment.NONE))).isEqualTo("240000021/NIER/2026");
    }

    private static Due part(Due due, Instalment part) {
        return new Due(
                due.id(),
                due.party(),
                due.kind(),
                due.card(),
                due.decision(),
                due.year(),
                part,
                due.dueDay(),
                due.principal(),
                due.paid(),
                due.pending(),
                due.reminderCost(),
                due.creditor());
    }

    private static TransferSlip slip(String creditor, String amount, String title) {
        return new TransferSlip(Optional.empty(), creditor, "", SampleDues.GMINA, Money.of(amount), title, "", "");
    }

    @Test
    void an_address_that_does_not_fit_beside_the_name_is_left_out() {
        assertThat(TransferSlip.addressBeside("Gmina Modrzewiny", "ul. Leśna 1"))
                .isEqualTo("ul. Leśna 1");
        assertThat(TransferSlip.addressBeside("Gmina Modrzewiny", "x".repeat(124)))
                .hasSize(124);
        assertThat(TransferSlip.addressBeside("Gmina Modrzewiny", "x".repeat(125)))
                .isEmpty();
    }
}
