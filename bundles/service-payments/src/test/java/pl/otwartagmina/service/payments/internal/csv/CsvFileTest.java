package pl.otwartagmina.service.payments.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.SampleDues;

class CsvFileTest {
    private static final String HEADER = Sheet.DUES.header();
    private static final String GOOD =
            "1;02211307589;;240000021;real-estate;nakaz 2026 12/24;2026;3;4;;2026-09-15;131,00;0;;;34999999991234567890123456;";

    @TempDir
    private Path folder = Path.of("");

    private final FakePartyKeys keys = new FakePartyKeys();

    @Test
    void a_row_becomes_a_due() throws Exception {
        assertThat(values(rows(HEADER, GOOD)))
                .containsExactly(new Due(
                        "1",
                        keys.of(new Pesel("02211307589")),
                        Kind.REAL_ESTATE,
                        "240000021",
                        "nakaz 2026 12/24",
                        2026,
                        Instalment.of(3, 4),
                        LocalDate.of(2026, 9, 15),
                        Money.of("131.00"),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        SampleDues.GMINA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "131,00 | 131.00",
                "131.5 | 131.50",
                "131 | 131.00",
                "'1 234 567,89' | 1234567.89",
                "1\u00a0234,5 | 1234.50",
                "1\u202f234 | 1234.00"
            })
    void amounts_come_with_comma_or_point_and_gaps(String cell, String amount) throws Exception {
        assertThat(values(rows(HEADER, GOOD.replace("131,00", cell))))
                .extracting(Due::principal)
                .containsExactly(Money.of(amount));
    }

    @Test
    void a_due_that_ends_on_a_sunday_ends_on_monday() throws Exception {
        assertThat(values(rows(HEADER, GOOD.replace("2026-09-15", "15.03.2026"))))
                .extracting(Due::dueDay)
                .containsExactly(LocalDate.of(2026, 3, 16));
    }

    @Test
    void columns_may_stand_in_any_order_and_others_are_passed_over() throws Exception {
        String header = "remark;creditor_account;paid;principal;due_date;year;kind;card;nip;pesel;source_id";
        Path file = write("\ufeff" + header
                + "\r\nx;34 9999 9999 1234 5678 9012 3456;1,00;131;15.09.2026;2026;waste;K1;123-456-32-18;;7\r\n");
        try (SheetFile csv = SheetFile.open(file)) {
            assertThat(csv.sheet()).isEqualTo(Sheet.DUES);
            assertThat(csv.ignored()).containsExactly("remark");
            assertThat(csv.next(Sheet.DUES, keys)).get().isInstanceOf(SheetFile.Parsed.Good.class);
            assertThat(csv.next(Sheet.DUES, keys)).isEqualTo(Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02211307589 | 02211307588 | pesel | check digit does not fit",
                "02211307589 | 0221130758 | pesel | wrong number of digits",
                "02211307589 | 02381307589 | pesel | holds a date that does not exist",
                "02211307589;; | ;1234563214; | nip | check digit does not fit",
                "02211307589;; | ;; | pesel | neither pesel nor nip is filled",
                "02211307589;; | 02211307589;1234563218; | pesel | both pesel and nip are filled",
                "real-estate | estate | kind | is none of the kinds in the documentation",
                "2026-09-15 | 2026-09-31 | due_date | is no day such as 2026-09-15 or 15.09.2026",
                "2026-09-15 | 20260915 | due_date | is no day such as 2026-09-15 or 15.09.2026",
                "2026-09-15 | 1926-09-15 | due_date | is not between 1990-01-01 and 2099-12-31",
                "131,00 | 1.131,00 | principal | is no number such as 131,00 or 131.00",
                "131,00 | -131,00 | principal | is negative",
                "131,00 | 131,001 | principal | has more than 2 decimals",
                "131,00;0 | 131,00;132 | paid | is more than the principal; an overpayment belongs in the file of payments",
                "131,00;0 | 131,00; | paid | is empty",
                "3;4 | 5;4 | instalment | does not fit the number of instalments",
                "3;4 | ;4 | instalment | does not fit the number of instalments",
                "240000021 | ../x | card | 'has characters other than letters, digits, space and . _ / -'",
                "34999999991234567890123456 | 34999999991234567890123457 | creditor_account | check digit does not fit",
                "nakaz 2026 | na\u0007kaz | decision | characters that are no text in UTF-8",
                "0123456; | 0123456;perhaps | withdrawn | is neither yes nor no",
            })
    void a_wrong_cell_is_named_with_its_reason(String cell, String wrong, String column, String reason)
            throws Exception {
        List<SheetFile.Parsed<Due>> rows = rows(HEADER, GOOD, GOOD.replace(cell, wrong), GOOD);
        assertThat(faults(rows))
                .extracting(RowFault::line, RowFault::column, fault -> fault.reason()
                        .toString())
                .containsExactly(tuple(3L, column, reason));
        assertThat(values(rows)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;2;3", "\"", "\"abc\"d;\"", ";;;;;;;;;;;;;;;;;;;", "\u0000\u0001", "a\"b;c\"d"})
    void a_spoiled_line_leaves_its_neighbours_alone(String spoiled) throws Exception {
        List<SheetFile.Parsed<Due>> rows = rows(HEADER, GOOD, spoiled, "", GOOD);
        assertThat(faults(rows)).singleElement().extracting(RowFault::line).isEqualTo(3L);
        assertThat(values(rows)).hasSize(2);
    }

    @Test
    void no_fault_repeats_the_number_of_a_person() throws Exception {
        List<SheetFile.Parsed<Due>> rows = rows(HEADER, GOOD.replace("02211307589", "02211307588"));
        assertThat(faults(rows)).singleElement().extracting(RowFault::toString).satisfies(text -> assertThat(text)
                .doesNotContain("022113"));
    }

    @Test
    void any_bytes_at_all_never_stop_the_reading_nor_lose_a_good_row() throws Exception {
        Random random = new Random(20261121);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            String middle = new String(noise, StandardCharsets.ISO_8859_1);
            Path file = write(HEADER + "\n" + GOOD + "\n" + middle + "\n" + GOOD + "\n", StandardCharsets.ISO_8859_1);
            assertThat(values(read(file))).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void bytes_that_are_no_utf8_are_rejected_where_they_stand() throws Exception {
        Path file = write(HEADER + "\n" + GOOD.replace("nakaz", "dec\u00f3") + "\n", StandardCharsets.ISO_8859_1);
        assertThat(faults(read(file))).extracting(RowFault::column).containsExactly("decision");
    }

    @Test
    void an_endless_line_is_one_fault() throws Exception {
        assertThat(faults(rows(HEADER, "x".repeat(3_000_000), GOOD)))
                .extracting(RowFault::line, RowFault::column, fault -> fault.reason()
                        .toString())
                .containsExactly(tuple(2L, "", "longer than 16384 characters"));
    }

    @Test
    void a_file_of_another_sort_is_refused_with_what_it_lacks() {
        assertThatThrownBy(() -> rows("source_id;pesel;nip;card;kind;year", GOOD))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("due_date, principal, paid, creditor_account");
        assertThatThrownBy(() -> rows(HEADER.replace(';', ','), GOOD)).isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> read(write("")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read(write("PK\u0003\u0004\u0000\u0000"))).isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> rows(HEADER + ";card", GOOD)).hasMessageContaining("twice: card");
    }

    @Test
    void every_template_is_a_file_that_can_be_read() throws Exception {
        for (Sheet<?> sheet : Sheet.ALL) {
            try (SheetFile csv = SheetFile.open(write(sheet.template()))) {
                assertThat(csv.sheet()).isEqualTo(sheet);
                assertThat(csv.next(sheet, keys)).get().isInstanceOf(SheetFile.Parsed.Good.class);
            }
        }
    }

    private List<SheetFile.Parsed<Due>> rows(String... lines) throws IOException, ImportRefused {
        return read(write(String.join("\n", lines)));
    }

    private List<SheetFile.Parsed<Due>> read(Path file) throws IOException, ImportRefused {
        List<SheetFile.Parsed<Due>> rows = new ArrayList<>();
        try (SheetFile csv = SheetFile.open(file)) {
            Optional<SheetFile.Parsed<Due>> row = csv.next(Sheet.DUES, keys);
            while (row.isPresent()) {
                rows.add(row.get());
                row = csv.next(Sheet.DUES, keys);
            }
        }
        return rows;
    }

    private static List<Due> values(List<SheetFile.Parsed<Due>> rows) {
        List<Due> values = new ArrayList<>();
        for (SheetFile.Parsed<Due> row : rows) {
            if (row instanceof SheetFile.Parsed.Good<Due> good) {
                values.add(good.value());
            }
        }
        return values;
    }

    private static List<RowFault> faults(List<SheetFile.Parsed<Due>> rows) {
        List<RowFault> faults = new ArrayList<>();
        for (SheetFile.Parsed<Due> row : rows) {
            if (row instanceof SheetFile.Parsed.Bad<Due> bad) {
                faults.add(bad.fault());
            }
        }
        return faults;
    }

    private Path write(String text) throws IOException {
        return write(text, StandardCharsets.UTF_8);
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("dues.csv"), text.getBytes(charset));
    }
}
