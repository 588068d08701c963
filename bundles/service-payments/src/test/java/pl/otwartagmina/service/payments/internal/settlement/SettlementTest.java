package pl.otwartagmina.service.payments.internal.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.settlement.Settlement.Share;

class SettlementTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 15);
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 17);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 15);
    private static final LocalDate NEXT_MAY = LocalDate.of(2026, 5, 15);
    private static final LocalDate NEXT_SEPTEMBER = LocalDate.of(2026, 9, 15);

    @Test
    void a_payment_too_small_is_split_in_proportion() {
        assertThat(taxes("300.00", Indication.NONE, claim("A", Kind.REAL_ESTATE, MARCH, "0", "670", "89")))
                .isEqualTo(settlement("300.00", "0", share("A", "0", "35.18", "264.82")));
    }

    @Test
    void costs_of_the_reminder_come_first() {
        assertThat(taxes("316.00", Indication.NONE, claim("A", Kind.REAL_ESTATE, MARCH, "16", "670", "89")))
                .isEqualTo(settlement("316.00", "0", share("A", "16.00", "35.18", "264.82")));
        assertThat(taxes("10.00", Indication.NONE, claim("A", Kind.REAL_ESTATE, MARCH, "16", "670", "89")))
                .isEqualTo(settlement("10.00", "0", share("A", "10.00", "0", "0")));
    }

    @Test
    void costs_of_every_reminder_come_before_any_arrears() {
        assertThat(taxes(
                                "132.00",
                                Indication.NONE,
                                claim("A", Kind.REAL_ESTATE, MARCH, "0", "100", "0"),
                                claim("B", Kind.REAL_ESTATE, MAY, "16", "100", "0"),
                                claim("C", Kind.REAL_ESTATE, NEXT_MAY, "16", "100", "0"))
                        .shares())
                .containsExactly(
                        share("B", "16.00", "0", "0"), share("C", "16.00", "0", "0"), share("A", "0", "0", "100.00"));
    }

    @Test
    void the_oldest_arrears_of_the_indicated_tax_come_before_older_ones_of_another() {
        List<Claim> claims = List.of(
                claim("W", Kind.WASTE, MARCH, "0", "50", "0"),
                claim("R2", Kind.REAL_ESTATE, NEXT_MAY, "0", "130", "0"),
                claim("R1", Kind.REAL_ESTATE, MAY, "0", "131", "10"));
        assertThat(Settlement.ofTaxes(Money.of("150"), DAY, Indication.of(Kind.REAL_ESTATE, List.of("R2")), claims)
                        .shares())
                .containsExactly(share("R1", "0", "10.00", "131.00"), share("W", "0", "0", "9.00"));
        assertThat(Settlement.ofTaxes(Money.of("150"), DAY, Indication.NONE, claims)
                        .shares())
                .extracting(Share::due)
                .containsExactly("W", "R1");
    }

    @Test
    void arrears_are_settled_even_if_the_payer_wants_a_tax_that_has_none() {
        assertThat(taxes(
                                "50.00",
                                Indication.of(Kind.REAL_ESTATE),
                                claim("W", Kind.WASTE, MARCH, "0", "50", "0"),
                                claim("R", Kind.REAL_ESTATE, NEXT_MAY, "0", "130", "0"))
                        .shares())
                .extracting(Share::due)
                .containsExactly("W");
    }

    @Test
    void without_arrears_the_payer_chooses() {
        Claim may = claim("R2", Kind.REAL_ESTATE, NEXT_MAY, "0", "130", "0");
        Claim september = claim("R3", Kind.REAL_ESTATE, NEXT_SEPTEMBER, "0", "131", "0");
        assertThat(taxes("140.00", Indication.of(Kind.REAL_ESTATE, List.of("R3")), may, september)
                        .shares())
                .containsExactly(share("R3", "0", "0", "131.00"), share("R2", "0", "0", "9.00"));
        assertThat(taxes("140.00", Indication.NONE, september, may).shares())
                .extracting(Share::due)
                .containsExactly("R2", "R3");
    }

    @Test
    void what_is_left_is_an_overpayment() {
        assertThat(taxes("800.00", Indication.NONE, claim("A", Kind.REAL_ESTATE, MARCH, "16", "670", "89")))
                .isEqualTo(settlement("800.00", "25.00", share("A", "16.00", "89.00", "670.00")));
        assertThat(taxes("5.00", Indication.NONE)).isEqualTo(settlement("5.00", "5.00"));
        assertThat(taxes("0.00", Indication.NONE, claim("A", Kind.WASTE, MARCH, "1", "1", "1"))
                        .shares())
                .isEmpty();
    }

    @Test
    void a_debt_of_civil_law_pays_costs_then_interest_then_principal() {
        Claim rent = claim("L", Kind.LEASE, MARCH, "16", "900", "89.31");
        assertThat(Settlement.ofCivilDebts(Money.of("100"), DAY, Indication.NONE, List.of(rent)))
                .isEqualTo(settlement("100.00", "0", share("L", "16.00", "84.00", "0")));
        assertThat(Settlement.ofCivilDebts(Money.of("200"), DAY, Indication.NONE, List.of(rent)))
                .isEqualTo(settlement("200.00", "0", share("L", "16.00", "89.31", "94.69")));
    }

    @Test
    void the_debtor_of_civil_debts_may_choose_a_later_one() {
        Claim older = claim("L1", Kind.LEASE, MARCH, "0", "900", "0");
        Claim later = claim("L2", Kind.LEASE, MAY, "0", "900", "0");
        assertThat(Settlement.ofCivilDebts(
                                Money.of("900"), DAY, Indication.of(Kind.LEASE, List.of("L2")), List.of(older, later))
                        .shares())
                .extracting(Share::due)
                .containsExactly("L2");
        assertThat(Settlement.ofCivilDebts(Money.of("900"), DAY, Indication.NONE, List.of(later, older))
                        .shares())
                .extracting(Share::due)
                .containsExactly("L1");
    }

    @Test
    void nothing_negative_is_settled() {
        assertThatThrownBy(() -> taxes("-0.01", Indication.NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claim("A", Kind.WASTE, MARCH, "0", "-1", "0"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settlement(Money.of("2"), List.of(), Money.of("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void not_a_grosz_is_lost_or_given_twice(
            @ForAll("claims") List<Claim> claims, @ForAll @LongRange(max = 500_000) long grosze) {
        for (Settlement settlement : both(Money.ofGrosze(grosze), claims)) {
            Money given = settlement.shares().stream().map(Share::total).reduce(Money.ZERO, Money::plus);
            assertThat(given.plus(settlement.overpayment())).isEqualTo(settlement.payment());
            assertThat(settlement.shares()).extracting(Share::due).doesNotHaveDuplicates();
            for (Share share : settlement.shares()) {
                Claim claim = of(claims, share.due());
                assertThat(share.costs()).isBetween(Money.ZERO, claim.costs());
                assertThat(share.interest()).isBetween(Money.ZERO, claim.interest());
                assertThat(share.principal()).isBetween(Money.ZERO, claim.principal());
            }
        }
    }

    @Property
    void there_is_an_overpayment_only_when_all_is_settled(
            @ForAll("claims") List<Claim> claims, @ForAll @LongRange(max = 500_000) long grosze) {
        Money all = claims.stream().map(Claim::total).reduce(Money.ZERO, Money::plus);
        for (Settlement settlement : both(Money.ofGrosze(grosze), claims)) {
            assertThat(settlement.overpayment())
                    .isEqualTo(Money.ofGrosze(grosze).minus(all).orZero());
        }
    }

    @Property
    void principal_and_interest_stand_in_their_proportion_to_the_grosz(
            @ForAll @LongRange(min = 1, max = 1_000_000) long principal,
            @ForAll @LongRange(max = 1_000) long interestInZloty,
            @ForAll @LongRange(min = 1, max = 1_200_000) long grosze) {
        Claim claim = new Claim(
                "A", Kind.WASTE, MARCH, Money.ZERO, Money.ofGrosze(principal), Money.ofGrosze(interestInZloty * 100));
        Settlement settlement = Settlement.ofTaxes(Money.ofGrosze(grosze), DAY, Indication.NONE, List.of(claim));
        Share share = settlement.shares().get(0);
        BigDecimal crossed = share.principal().amount().multiply(claim.total().amount());
        BigDecimal wanted = share.total().amount().multiply(claim.principal().amount());
        // half a grosz of the whole at most
        assertThat(crossed.subtract(wanted).abs())
                .isLessThanOrEqualTo(claim.total().amount().multiply(new BigDecimal("0.005")));
    }

    @Property
    void whatever_the_payer_wants_a_later_arrear_gets_nothing_of_its_principal_before_an_older_one_is_done(
            @ForAll("claims") List<Claim> claims, @ForAll @LongRange(max = 500_000) long grosze) {
        Settlement settlement = Settlement.ofTaxes(
                Money.ofGrosze(grosze),
                DAY,
                Indication.of(Kind.WASTE, claims.stream().map(Claim::due).toList()),
                claims);
        for (Claim older : claims) {
            for (Claim later : claims) {
                boolean rivals = older.kind() == later.kind()
                        && older.isLateOn(DAY)
                        && older.dueDay().isBefore(later.dueDay());
                if (rivals && got(settlement, later).principal().isPositive()) {
                    assertThat(got(settlement, older).principal()).isEqualTo(older.principal());
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Claim>> claims() {
        Arbitrary<Money> zloty = Arbitraries.longs().between(0, 500).map(amount -> Money.ofGrosze(amount * 100));
        Arbitrary<Claim> one = Combinators.combine(
                        Arbitraries.of(Kind.REAL_ESTATE, Kind.WASTE),
                        Arbitraries.integers().between(-800, 200),
                        zloty,
                        Arbitraries.longs().between(0, 100_000).map(Money::ofGrosze),
                        zloty)
                .as((kind, days, costs, principal, interest) ->
                        new Claim("", kind, DAY.plusDays(days), costs, principal, days < 0 ? interest : Money.ZERO));
        return one.list().ofMaxSize(6).map(SettlementTest::named);
    }

    private static List<Claim> named(List<Claim> claims) {
        List<Claim> named = new ArrayList<>();
        for (Claim claim : claims) {
            named.add(new Claim(
                    "D" + named.size(),
                    claim.kind(),
                    claim.dueDay(),
                    claim.costs(),
                    claim.principal(),
                    claim.interest()));
        }
        return named;
    }

    private static List<Settlement> both(Money payment, List<Claim> claims) {
        return List.of(
                Settlement.ofTaxes(payment, DAY, Indication.of(Kind.WASTE), claims),
                Settlement.ofCivilDebts(payment, DAY, Indication.NONE, claims));
    }

    private static Claim of(List<Claim> claims, String due) {
        return claims.stream()
                .filter(claim -> claim.due().equals(due))
                .findFirst()
                .orElseThrow();
    }

    private static Share got(Settlement settlement, Claim claim) {
        return settlement.shares().stream()
                .filter(share -> share.due().equals(claim.due()))
                .findFirst()
                .orElse(share(claim.due(), "0", "0", "0"));
    }

    private static Settlement taxes(String payment, Indication wish, Claim... claims) {
        return Settlement.ofTaxes(Money.of(payment), DAY, wish, List.of(claims));
    }

    private static Settlement settlement(String payment, String overpayment, Share... shares) {
        return new Settlement(Money.of(payment), List.of(shares), Money.of(overpayment));
    }

    private static Share share(String due, String costs, String interest, String principal) {
        return new Share(due, Money.of(costs), Money.of(interest), Money.of(principal));
    }

    private static Claim claim(
            String due, Kind kind, LocalDate dueDay, String costs, String principal, String interest) {
        return new Claim(due, kind, dueDay, Money.of(costs), Money.of(principal), Money.of(interest));
    }
}
