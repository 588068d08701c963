package pl.otwartagmina.service.payments.internal.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.SampleDues;
import pl.otwartagmina.service.payments.internal.bank.BankEntry.Direction;
import pl.otwartagmina.service.payments.internal.bank.Match.Reason;
import pl.otwartagmina.service.payments.internal.slip.PaymentTitle;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccount;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;

class MatchingTest {
    private static final PartyKey ANNA = SampleDues.ANNA;
    private static final PartyKey JAN = SampleDues.JAN;
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final String KEY = "240000021/NIER/2026/R2";

    private final VirtualAccounts accounts = VirtualAccounts.of("10901014", List.of("waste 9998"));
    private final KnownDues dues = new KnownDues()
            .with(
                    due("A1", ANNA, Kind.REAL_ESTATE, "240000021", 1, "131.00", "131.00"),
                    due("A2", ANNA, Kind.REAL_ESTATE, "240000021", 2, "129.00", "0.00"),
                    due("A3", ANNA, Kind.REAL_ESTATE, "240000021", 3, "131.00", "0.00"),
                    due("DUE-0000077", ANNA, Kind.WASTE, "510000021", 2, "67.00", "0.00"),
                    due("J2", JAN, Kind.REAL_ESTATE, "240000022", 2, "129.00", "0.00"),
                    due("J12", JAN, Kind.WASTE, "510000022", 12, "40.00", "0.00"),
                    due("J1", JAN, Kind.WASTE, "510000022", 1, "40.00", "0.00"),
                    due("L2", JAN, Kind.LEASE, "U 14/2019", 2, "900.00", "0.00"),
                    due("S2", JAN, Kind.AGRICULTURAL, "31", 2, "20.00", "0.00"));
    private final Matching matching = new Matching(accounts, LateInterest.builtIn(), dues);

    @Test
    void the_own_number_of_a_payer_says_it_all() {
        Nrb number =
                accounts.number(new VirtualAccount(Kind.WASTE, "000510000021")).orElseThrow();
        Match.Target target = certain(entry("100.00", "cokolwiek 240000022", number, ""));
        assertThat(target.reason()).isEqualTo(Reason.VIRTUAL_ACCOUNT);
        assertThat(target.party()).isEqualTo(ANNA);
        assertThat(target.assignments())
                .extracting(Assignment::due, Assignment::principal, Assignment::surplus)
                .containsExactly(
                        tuple("DUE-0000077", Money.of("67"), Money.ZERO), tuple("", Money.ZERO, Money.of("33")));
    }

    @Test
    void a_transfer_that_comes_after_all_was_paid_is_an_overpayment() {
        KnownDues paid = new KnownDues().with(due("A1", ANNA, Kind.REAL_ESTATE, "240000021", 1, "131.00", "131.00"));
        Match match = new Matching(accounts, LateInterest.builtIn(), paid)
                .match(entry("131.00", "240000021/NIER/2026/R1"), List.of());
        assertThat(match).isInstanceOfSatisfying(Match.Certain.class, certain -> {
            assertThat(certain.target().assignments())
                    .extracting(Assignment::due, Assignment::surplus)
                    .containsExactly(tuple("", Money.of("131")));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "240000021/nier/2026/r2 podatek",
                "240000021NIER2026R2",
                "24 0000 021 NIER 20 26 R 2",
                "Podatek 12 240000021-NIER-2026-R2 Łęcka",
                "KARTA240000021NIER2026R2ŻÓŁĆ"
            })
    void the_key_of_the_suggested_title_is_found_in_any_state(String title) {
        Match.Target target = certain(entry("129.00", title));
        assertThat(target.reason()).isEqualTo(Reason.MACHINE_KEY);
        assertThat(target.party()).isEqualTo(ANNA);
        assertThat(target.assignments()).extracting(Assignment::due).containsExactly("A2");
    }

    @Test
    void a_later_instalment_that_was_meant_is_paid_first_only_where_nothing_is_late() {
        assertThat(certain(entry("131.00", "240000021/NIER/2026/R3")).assignments())
                .extracting(Assignment::due)
                .containsExactly("A3");
        BankEntry late = on(LocalDate.of(2026, 6, 20), entry("131.00", "240000021/NIER/2026/R3"));
        assertThat(certain(late).assignments()).extracting(Assignment::due).containsExactly("A2", "A3");
    }

    @Test
    void a_key_that_may_have_been_cut_does_not_say_which_instalment() {
        assertThat(certain(entry("10.00", "510000022/ODP/2026/R1")).assignments())
                .extracting(Assignment::due)
                .containsExactly("J1");
        assertThat(certain(entry("10.00", "510000022/ODP/2026/R12")).assignments())
                .extracting(Assignment::due)
                .containsExactly("J12");
    }

    @ParameterizedTest
    @CsvSource({
        "Karta 240000021 rata 2/2026, 10.00, CARD_AND_PART",
        "II rata 2026 karta 240000021, 10.00, CARD_AND_PART",
        "karta 240000021 podatek od nieruchomosci 2026 r. rata 02, 10.00, CARD_AND_PART",
        "karta 240000021, 129.00, CARD_AND_AMOUNT",
        "karta 240000021 obie raty, 260.00, CARD_AND_AMOUNT",
        "U 14/2019, 900.00, CARD_AND_AMOUNT",
        "u14 2019 czynsz, 900.00, CARD_AND_AMOUNT",
        "31/ROL/2026/R2, 5.00, MACHINE_KEY",
        "DUE-0000077, 67.00, DUE_ID"
    })
    void two_things_that_agree_are_certain(String title, String amount, Reason reason) {
        assertThat(certain(entry(amount, title)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "karta 240000021, 10.00, CARD",
        "240000021 wywóz śmieci, 129.00, CONTRADICTION",
        "240000021 i 240000022, 129.00, CARD_AND_AMOUNT",
        "DUE-0000077, 60.00, DUE_ID",
        "podatek, 129.00, AMOUNT"
    })
    void one_thing_alone_is_a_suggestion(String title, String amount, Reason reason) {
        assertThat(matching.match(entry(amount, title), List.of()))
                .isInstanceOfSatisfying(Match.Suggestions.class, suggestions -> assertThat(
                                suggestions.targets().get(0).reason())
                        .isEqualTo(reason));
    }

    @Test
    void who_paid_before_comes_before_those_whose_amount_fits() {
        dues.paidBefore("34999999991234567890123456", JAN);
        Match match =
                matching.match(entry("129.00", "podatek", SampleDues.GMINA, "34999999991234567890123456"), List.of());
        assertThat(match)
                .isInstanceOfSatisfying(Match.Suggestions.class, suggestions -> assertThat(suggestions.targets())
                        .extracting(Match.Target::reason, Match.Target::party)
                        .containsExactly(tuple(Reason.KNOWN_PAYER, JAN), tuple(Reason.AMOUNT, ANNA)));
    }

    @Test
    void a_card_typed_by_hand_is_doubted_where_the_account_has_paid_for_somebody_else_so_far() {
        String account = "34999999991234567890123456";
        BankEntry byHand = entry("129.00", "karta 240000021 rata 2/2026", SampleDues.GMINA, account);
        BankEntry byKey = entry("129.00", KEY, SampleDues.GMINA, account);
        assertThat(certain(byHand).reason()).isEqualTo(Reason.CARD_AND_PART);
        dues.paidBefore(account, JAN);
        assertThat(matching.match(byHand, List.of())).isInstanceOf(Match.Suggestions.class);
        assertThat(certain(byKey).reason()).isEqualTo(Reason.MACHINE_KEY);
        dues.paidBefore(account, ANNA);
        assertThat(certain(byHand).party()).isEqualTo(ANNA);
    }

    @Test
    void what_nobody_owes_is_for_nobody() {
        assertThat(matching.match(entry("1.23", "prezent"), List.of())).isEqualTo(new Match.Nothing());
        assertThat(matching.match(entry("1.23", ""), List.of())).isEqualTo(new Match.Nothing());
    }

    @ParameterizedTest
    @EnumSource(value = Direction.class, mode = EnumSource.Mode.EXCLUDE, names = "CREDIT")
    void money_that_goes_out_or_comes_back_is_a_clerks(Direction direction) {
        BankEntry in = entry("129.00", KEY);
        BankEntry entry = new BankEntry(
                in.statement(), 1, 1, DAY, DAY, direction, in.amount(), in.account(), "", "", in.title(), "");
        assertThat(matching.match(entry, List.of())).isEqualTo(new Match.Nothing());
    }

    @Test
    void an_amount_alone_is_never_certain() {
        for (Due due : dues.all()) {
            assertThat(matching.match(entry(due.principal().amount().toPlainString(), "wplata"), List.of()))
                    .isNotInstanceOf(Match.Certain.class);
        }
    }

    @Test
    void a_key_is_recognised_however_its_title_is_spoiled() {
        KnownDues gmina = gmina();
        Matching there = new Matching(accounts, LateInterest.builtIn(), gmina);
        MessyTitles titles = new MessyTitles(20261122);
        for (int i = 0; i < 3000; i++) {
            Due due = gmina.all().get(i % gmina.all().size());
            String title = titles.spoiled(PaymentTitle.key(due));
            Match match = there.match(entry("17.00", title), List.of());
            assertThat(match).as(title).isInstanceOfSatisfying(Match.Certain.class, certain -> {
                assertThat(certain.target().party()).as(title).isEqualTo(due.party());
                assertThat(certain.target().card()).as(title).isEqualTo(due.card());
            });
        }
    }

    @Test
    void a_damaged_key_goes_to_the_right_payer_or_to_a_clerk() {
        KnownDues gmina = gmina();
        Matching there = new Matching(accounts, LateInterest.builtIn(), gmina);
        MessyTitles titles = new MessyTitles(7);
        List<String> wrong = new ArrayList<>();
        int certain = 0;
        for (int i = 0; i < 5000; i++) {
            Due due = gmina.all().get(i % gmina.all().size());
            String title = titles.damaged(PaymentTitle.key(due));
            if (there.match(entry("17.00", title), List.of()) instanceof Match.Certain found) {
                certain++;
                if (!found.target().party().equals(due.party())) {
                    wrong.add(title + " for " + PaymentTitle.key(due));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(certain).as("some survive").isPositive();
    }

    /** Cards far apart, as a check digit keeps them. */
    private static KnownDues gmina() {
        KnownDues gmina = new KnownDues();
        Random random = new Random(1);
        for (int i = 0; i < 120; i++) {
            PartyKey party = new PartyKey(String.format("%032x", i));
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            String card = String.valueOf(100_000_000 + 7_919 * i * 97);
            for (int part = 1; part <= 4; part++) {
                gmina.with(due(card + "-" + part, party, kind, card, part, "300.00", "0.00"));
            }
        }
        return gmina;
    }

    private Match.Target certain(BankEntry entry) {
        Match match = matching.match(entry, List.of());
        assertThat(match).isInstanceOf(Match.Certain.class);
        return ((Match.Certain) match).target();
    }

    private static BankEntry entry(String amount, String title) {
        return entry(amount, title, SampleDues.GMINA, "");
    }

    private static BankEntry entry(String amount, String title, Nrb account, String counterAccount) {
        return new BankEntry(
                "1", 1, 1, DAY, DAY, Direction.CREDIT, Money.of(amount), account, counterAccount, "", title, "");
    }

    private static BankEntry on(LocalDate day, BankEntry entry) {
        return new BankEntry(
                "1", 1, 1, day, day, Direction.CREDIT, entry.amount(), entry.account(), "", "", entry.title(), "");
    }

    private static Due due(String id, PartyKey party, Kind kind, String card, int part, String principal, String paid) {
        return new Due(
                id,
                party,
                kind,
                card,
                "",
                2026,
                Instalment.of(part, 12),
                LocalDate.of(2026, 4, 15).plusMonths(part),
                Money.of(principal),
                Money.of(paid),
                Money.ZERO,
                Money.ZERO,
                SampleDues.GMINA);
    }
}
