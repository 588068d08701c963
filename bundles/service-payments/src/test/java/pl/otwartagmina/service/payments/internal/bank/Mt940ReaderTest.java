package pl.otwartagmina.service.payments.internal.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.bank.BankEntry.Direction;

class Mt940ReaderTest {
    private static final String HEAD =
            """
            :20:ST260316
            :25:/PL61109010140000071219812874
            :28C:00065/001
            :60F:C260315PLN1000,00
            """;
    private static final String ANNA =
            """
            :61:2603160317CN131,00N152NONREF//26031612345
            :86:152~00VE02
            ~20240000021/NIER/2026/R1 Poda~21tek od nieruchomości
            ~3010901014~310000071219812874~32ŻÓŁCISŁAWA ŁĘCKA~33UL. DŁUGA 7
            ~38PL44109010149999000240000021
            """;
    private static final String TAIL =
            """
            :62F:C260316PLN1131,00
            :64:C260316PLN1131,00
            -}
            """;

    @Test
    void an_entry_is_read_with_all_that_the_bank_tells() throws Exception {
        BankFile file = read("{1:F01BREXPLPWAXXX0000000000}{2:I940BREXPLPWXXXXN}{4:\n" + HEAD + ANNA + TAIL);
        assertThat(file.faults()).isEmpty();
        assertThat(file.statements()).hasSize(1);
        BankStatement statement = file.statements().get(0);
        assertThat(statement.whole()).isTrue();
        assertThat(statement.opening()).isEqualTo(Money.of("1000"));
        assertThat(statement.closing()).isEqualTo(Money.of("1131"));
        assertThat(statement.entries())
                .containsExactly(new BankEntry(
                        "00065/001",
                        1,
                        6,
                        LocalDate.of(2026, 3, 17),
                        LocalDate.of(2026, 3, 16),
                        Direction.CREDIT,
                        Money.of("131"),
                        new Nrb("61109010140000071219812874"),
                        "44109010149999000240000021",
                        "ŻÓŁCISŁAWA ŁĘCKA UL. DŁUGA 7",
                        "240000021/NIER/2026/R1 Podatek od nieruchomości",
                        "26031612345"));
        assertThat(statement.entries().get(0).paymentDay()).isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "<", "^", "?"})
    void every_sign_that_parts_subfields_is_understood(String sign) throws Exception {
        assertThat(read(HEAD + ANNA.replace("~", sign) + TAIL).entries().get(0))
                .extracting(BankEntry::title, BankEntry::counterAccount)
                .containsExactly("240000021/NIER/2026/R1 Podatek od nieruchomości", "44109010149999000240000021");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1250", "IBM852", "ISO-8859-2", "UTF-8"})
    void the_encoding_is_found_out_or_named(String encoding) throws Exception {
        byte[] bytes = (HEAD + ANNA + TAIL).getBytes(Charset.forName(encoding));
        for (String named : List.of("auto", encoding)) {
            BankFile file =
                    new StatementReader(new Mt940Format(named, Optional.empty())).read(new ByteArrayInputStream(bytes));
            assertThat(file.entries().get(0).title()).endsWith("nieruchomości");
            assertThat(file.entries().get(0).counterName()).startsWith("ŻÓŁCISŁAWA ŁĘCKA");
        }
        assertThat(read(bytes).encoding()).isEqualTo(Charset.forName(encoding).name());
    }

    @Test
    void a_file_that_is_not_in_the_named_encoding_is_refused() {
        byte[] bytes = (HEAD + ANNA + TAIL).getBytes(Charset.forName("windows-1250"));
        assertThatThrownBy(() -> new StatementReader(new Mt940Format("UTF-8", Optional.empty()))
                        .read(new ByteArrayInputStream(bytes)))
                .isInstanceOfSatisfying(BankFileRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(BankFileRefused.Reason.ENCODING));
        assertThatThrownBy(() -> new Mt940Format("EBCDIC-PL", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"C, CREDIT, 131.00", "D, DEBIT, -131.00", "RC, CREDIT_REVERSED, -131.00", "RD, DEBIT_REVERSED, 131.00"})
    void every_mark_tells_which_way_the_money_went(String mark, Direction direction, Money change) throws Exception {
        Money closing = Money.of("1000").plus(change);
        BankEntry entry = read(HEAD
                        + ANNA.replace("CN131,00", mark + "131,00")
                        + TAIL.replace(
                                "1131,00", closing.amount().toPlainString().replace('.', ',')))
                .entries()
                .get(0);
        assertThat(entry.direction()).isEqualTo(direction);
        assertThat(entry.change()).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({
        "':61:2603160317X1,00NTRF', LINE",
        ":61:zzz, LINE",
        "':61:2603160317C131.00NTRF', AMOUNT",
        "':61:2603160317C0,00NTRF', AMOUNT",
        "':61:2603160317C1,005NTRF', AMOUNT",
        "':61:2613160317C1,00NTRF', DAY",
        "':61:2602300302C1,00NTRF', DAY"
    })
    void a_bad_entry_is_told_with_its_line_and_the_others_are_taken(String bad, Fault.Reason reason) throws Exception {
        BankFile file = read(HEAD + bad + "\n:86:TAJNE\n" + ANNA + TAIL);
        assertThat(file.faults()).containsExactly(new Fault(5, "00065/001", 1, reason));
        assertThat(file.entries()).extracting(BankEntry::position).containsExactly(2);
        assertThat(file.statements().get(0).whole()).isFalse();
    }

    @Test
    void the_same_entry_has_the_same_key_before_and_after_the_bank_mends_its_file() throws Exception {
        String mended = read(HEAD + ":61:2603160317C1,00NTRF\n:86:x\n" + ANNA + TAIL.replace("1131", "1132"))
                .entries()
                .get(1)
                .key();
        assertThat(read(HEAD + ":61:zzz\n\n\n:86:x\n" + ANNA + TAIL)
                        .entries()
                        .get(0)
                        .key())
                .isEqualTo(mended);
    }

    @Test
    void a_statement_that_does_not_add_up_is_not_taken() throws Exception {
        BankFile file = read(HEAD + ANNA + TAIL.replace("1131,00", "1130,99") + HEAD + ANNA + TAIL);
        assertThat(file.faults()).containsExactly(new Fault(1, "00065/001", 0, Fault.Reason.BALANCE));
        assertThat(file.entries()).hasSize(1);
    }

    @Test
    void a_file_that_was_cut_off_is_not_taken() throws Exception {
        assertThat(read(HEAD + ANNA).faults()).extracting(Fault::reason).containsExactly(Fault.Reason.CUT);
        assertThat(read(HEAD + ANNA).entries()).isEmpty();
    }

    @Test
    void an_account_in_another_currency_is_not_taken() throws Exception {
        assertThat(read((HEAD + ANNA + TAIL).replace("PLN1", "EUR1")).faults())
                .extracting(Fault::reason)
                .containsExactly(Fault.Reason.CURRENCY);
        assertThat(read((HEAD + ANNA + TAIL).replace("61109010", "62109010")).faults())
                .extracting(Fault::reason)
                .containsExactly(Fault.Reason.ACCOUNT);
    }

    @Test
    void a_debit_balance_and_several_pages_add_up() throws Exception {
        String first = (HEAD + ANNA + TAIL)
                .replace(":60F:C260315PLN1000,00", ":60F:D260315PLN31,00")
                .replace(":62F:C260316PLN1131,00", ":62M:C260316PLN100,");
        String second = (HEAD + ANNA + TAIL)
                .replace("00065/001", "00065/002")
                .replace(":60F:C260315PLN1000,00", ":60M:C260316PLN100,")
                .replace(":62F:C260316PLN1131,00", ":62F:C260316PLN231,00");
        BankFile file = read(first + second);
        assertThat(file.faults()).isEmpty();
        assertThat(file.entries()).extracting(BankEntry::key).doesNotHaveDuplicates();
    }

    @Test
    void the_booking_day_belongs_to_the_year_that_is_nearest() throws Exception {
        assertThat(read(HEAD + ANNA.replace("2603160317", "2512310102") + TAIL)
                        .entries()
                        .get(0)
                        .booked())
                .isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(read(HEAD + ANNA.replace("2603160317", "2601021231") + TAIL)
                        .entries()
                        .get(0)
                        .booked())
                .isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(read(HEAD + ANNA.replace("2603160317", "260316") + TAIL)
                        .entries()
                        .get(0)
                        .booked())
                .isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @Test
    void a_virtual_account_is_taken_from_the_subfield_that_is_configured() throws Exception {
        String file = HEAD + ANNA.replace("~38", "~3444109010149999000240000021\n~38") + TAIL;
        StatementReader reader = new StatementReader(new Mt940Format("auto", Optional.of("34")));
        assertThat(reader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                        .entries()
                        .get(0)
                        .account())
                .isEqualTo(new Nrb("44109010149999000240000021"));
        assertThat(read(file).entries().get(0).account()).isEqualTo(new Nrb("61109010140000071219812874"));
    }

    @Test
    void a_title_that_is_not_structured_and_none_at_all_are_taken() throws Exception {
        BankFile file = read(HEAD
                + ":61:260316C1,00NTRF\n:86:WPLATA WLASNA\nKASA 1\n:61:260316C1,00NTRF\n"
                + TAIL.replace("1131", "1002"));
        assertThat(file.entries()).extracting(BankEntry::title).containsExactly("WPLATA WLASNA KASA 1", "");
    }

    @Test
    void what_is_no_statement_is_refused() {
        for (String text : List.of("", "Ala ma kota", "kod;kwota\n1;2\n")) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOfSatisfying(BankFileRefused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(BankFileRefused.Reason.NO_STATEMENT));
        }
    }

    @Test
    void a_file_larger_than_a_day_can_be_is_refused() {
        assertThatThrownBy(
                        () -> new StatementReader(Mt940Format.USUAL, 100).read(new ByteArrayInputStream(new byte[101])))
                .isInstanceOfSatisfying(BankFileRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(BankFileRefused.Reason.TOO_LARGE));
    }

    @Test
    void many_entries_and_one_endless_field_are_read_in_little_time() throws Exception {
        String entries = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> ":61:260316C0,01NTRFNONREF//" + i + "\n:86:152~20wplata " + i + "\n")
                .collect(Collectors.joining());
        assertThat(read(HEAD + entries + "x\n".repeat(100_000) + TAIL.replace("1131", "1200"))
                        .entries())
                .hasSize(20_000);
    }

    @Property
    void no_text_of_any_sort_breaks_the_reader(@ForAll String noise) throws Exception {
        BankFile file = read(HEAD + ":61:" + noise + "\n:86:" + noise + "\n" + noise + "\n" + ANNA + TAIL);
        assertThat(file.entries().size() + file.faults().size()).isPositive();
    }

    @Test
    void entries_seen_before_are_told_apart_from_new_ones() throws Exception {
        BankFile file = read(HEAD + ANNA + TAIL + HEAD + ANNA + TAIL);
        ImportCount first = ImportCount.of(file, key -> false);
        assertThat(first.fresh()).hasSize(1);
        assertThat(first.duplicates()).hasSize(1);
        String known = first.fresh().get(0).key();
        assertThat(ImportCount.of(file, known::equals).fresh()).isEmpty();
    }

    @Test
    void the_same_payment_a_year_later_is_another_one() throws Exception {
        String later = read((HEAD + ANNA + TAIL).replace(":61:26", ":61:27"))
                .entries()
                .get(0)
                .key();
        assertThat(read(HEAD + ANNA + TAIL).entries().get(0).key()).isNotEqualTo(later);
    }

    private static BankFile read(String text) throws IOException, BankFileRefused {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BankFile read(byte[] bytes) throws IOException, BankFileRefused {
        return new StatementReader(Mt940Format.USUAL).read(new ByteArrayInputStream(bytes));
    }
}
