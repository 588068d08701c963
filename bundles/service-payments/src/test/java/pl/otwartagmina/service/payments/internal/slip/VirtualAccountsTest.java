package pl.otwartagmina.service.payments.internal.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.SampleDues;

class VirtualAccountsTest {
    private final VirtualAccounts accounts =
            VirtualAccounts.of("10901014", List.of("real-estate 9999", " waste  9998"));

    @Test
    void the_published_example_comes_out() {
        VirtualAccount account =
                VirtualAccount.ofCard(Kind.REAL_ESTATE, "240000021").orElseThrow();
        assertThat(accounts.number(account)).contains(new Nrb("44109010149999000240000021"));
    }

    @Test
    void each_levy_has_its_own_number_and_those_without_a_mask_have_none() {
        assertThat(accounts.number(new VirtualAccount(Kind.WASTE, "000240000021")))
                .isPresent()
                .isNotEqualTo(accounts.number(new VirtualAccount(Kind.REAL_ESTATE, "000240000021")));
        assertThat(accounts.number(new VirtualAccount(Kind.LEASE, "000240000021")))
                .isEmpty();
    }

    @Property
    void the_number_tells_who_pays_what(@ForAll @LongRange(max = 999_999_999_999L) long payer) {
        VirtualAccount account =
                VirtualAccount.ofCard(Kind.WASTE, String.valueOf(payer)).orElseThrow();
        assertThat(accounts.read(accounts.number(account).orElseThrow())).contains(account);
    }

    @Test
    void other_numbers_are_nobodys() {
        assertThat(accounts.read(new Nrb("61109010140000071219812874"))).isEmpty();
        assertThat(accounts.read(new Nrb("34999999991234567890123456"))).isEmpty();
        assertThat(VirtualAccounts.NONE.read(new Nrb("44109010149999000240000021")))
                .isEmpty();
    }

    @Test
    void a_card_that_is_no_number_has_none() {
        assertThat(VirtualAccount.ofCard(Kind.LEASE, "U 14/2019")).isEmpty();
        assertThat(VirtualAccount.ofCard(Kind.LEASE, "1234567890123")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10901015", "1090101", "109010144", "1090101x", ""})
    void a_sort_code_that_is_none_is_refused(String sortCode) {
        assertThatThrownBy(() -> VirtualAccounts.of(sortCode, List.of("waste 9999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sort code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"waste", "rubbish 9999", "waste 999", "waste 99999", "waste 1 2", "real-estate 9998"})
    void a_mask_that_is_none_or_taken_is_refused(String mask) {
        assertThatThrownBy(() -> VirtualAccounts.of("10901014", List.of("waste 9998", mask)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_configured_means_none() {
        assertThat(VirtualAccounts.of("", List.of(""))).isEqualTo(new VirtualAccounts("", Map.of()));
    }

    @Test
    void a_transfer_goes_to_the_payers_account_of_the_levy_and_is_read_back_from_it() {
        VirtualAccounts accounts = VirtualAccounts.of("10901014", List.of("real-estate 9999", "waste 9998"));
        Due tax = SampleDues.realEstate("1", SampleDues.TODAY, "0.00");
        assertThat(accounts.payTo(tax)).isEqualTo(new Nrb("44109010149999000240000021"));
        assertThat(accounts.read(accounts.payTo(tax)))
                .get()
                .satisfies(read -> assertThat(read.isOf(tax.kind(), tax.card())).isTrue());

        assertThat(accounts.payTo(card(Kind.LEASE, "240000021")))
                .as("a levy without a mask")
                .isEqualTo(SampleDues.GMINA);
        assertThat(accounts.payTo(card(Kind.WASTE, "U 14/2019")))
                .as("a card that is no number")
                .isEqualTo(SampleDues.GMINA);
        assertThat(VirtualAccounts.NONE.payTo(tax)).isEqualTo(SampleDues.GMINA);
    }

    private static Due card(Kind kind, String card) {
        return SampleDues.due("2", SampleDues.ANNA, kind, card, SampleDues.TODAY, "1.00", "0.00", "0.00", "0.00");
    }
}
