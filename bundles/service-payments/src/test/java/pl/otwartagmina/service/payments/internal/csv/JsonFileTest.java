package pl.otwartagmina.service.payments.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.csv.SheetFile.Parsed;

class JsonFileTest {
    private static final String GOOD =
            """
            {"source_id": "1", "pesel": "02211307589", "card": "240000021", "kind": "real-estate", "year": 2026,
             "instalment": 3, "instalments": "4", "due_date": "2026-09-15", "principal": 131.00, "paid": "0",
             "creditor_account": "34999999991234567890123456"}""";

    @TempDir
    private Path folder = Path.of("");

    private final FakePartyKeys keys = new FakePartyKeys();

    @Test
    void a_row_means_what_it_means_in_csv() throws Exception {
        for (Sheet<?> sheet : Sheet.ALL) {
            String cells = sheet.columns().stream()
                    .map(column -> "\"" + column.name() + "\": \"" + column.example() + "\"")
                    .collect(Collectors.joining(", "));
            List<?> inCsv = good(read(sheet, write(sheet.template())));
            assertThat(good(read(sheet, write("\ufeff \n{\"" + sheet.name() + "\": [{" + cells + "}]}"))))
                    .hasSize(1)
                    .isEqualTo(inCsv);
        }
    }

    @Test
    void numbers_are_taken_as_they_are_written_and_null_or_nothing_is_an_empty_cell() throws Exception {
        assertThat(good(rows(GOOD, GOOD.replace("\"4\"", "4, \"nip\": null").replace("131.00", "131"))))
                .hasSize(2)
                .extracting(Due::principal)
                .containsOnly(Money.of("131.00"));
        assertThat(good(rows(GOOD.replace("\"paid\"", "\"withdrawn\": true, \"paid\""))))
                .singleElement()
                .satisfies(due -> assertThat(due.isWithdrawn()).isTrue());
    }

    @Test
    void other_columns_are_passed_over_whatever_they_hold() throws Exception {
        String row = GOOD.replace("\"year\"", "\"remark\": {\"of\": [1, {\"a\": 2}]}, \"x\": [], \"year\"");
        try (SheetFile file = SheetFile.open(write("{\"dues\": [" + row + "]}"))) {
            assertThat(file.next(Sheet.DUES, keys)).get().isInstanceOf(Parsed.Good.class);
            assertThat(file.next(Sheet.DUES, keys)).isEqualTo(Optional.empty());
            assertThat(file.ignored()).containsExactly("remark", "x");
            assertThat(file.isBroken()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "131.00 | 1.31e2 | dues[1].principal | is no number such as 131,00 or 131.00",
                "131.00 | -131.00 | dues[1].principal | is negative",
                "131.00 | 131.001 | dues[1].principal | has more than 2 decimals",
                "131.00 | [131.00] | dues[1].principal | is neither a text nor a number",
                "131.00 | {\"a\": 131.00} | dues[1].principal | is neither a text nor a number",
                "\"paid\": \"0\" | \"paid\": \"0\", \"paid\": \"1\" | dues[1].paid | is there twice",
                "\"paid\": \"0\" | \"payed\": \"0\" | dues[1].paid | is empty",
                "02211307589 | 02211307588 | dues[1].pesel | check digit does not fit",
                "\"1\" | \"na\\u0007kaz\" | dues[1].source_id | characters that are no text in UTF-8",
                "real-estate | true | dues[1].kind | is none of the kinds in the documentation",
            })
    void a_wrong_cell_is_named_with_row_and_reason(String cell, String wrong, String column, String reason)
            throws Exception {
        List<Parsed<Due>> rows = rows(GOOD, GOOD.replace(cell, wrong), GOOD);
        assertThat(faults(rows))
                .extracting(RowFault::line, RowFault::column, fault -> fault.reason()
                        .toString())
                .containsExactly(tuple(4L, column, reason));
        assertThat(good(rows)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "\"row\"", "[" + "1" + "]", "[{}]"})
    void a_row_that_is_no_object_leaves_its_neighbours_alone(String row) throws Exception {
        List<Parsed<Due>> rows = rows(GOOD, row, GOOD);
        assertThat(faults(rows)).containsExactly(new RowFault(4, "dues[1]", new Reason(Reason.Sort.OBJECT, List.of())));
        assertThat(good(rows)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dues\": [%s, %s",
                "{\"dues\": [%s, %s]",
                "{\"dues\": [%s, %s, {\"source_id\" 7}, %s]}",
                "{\"dues\": [%s, %s, [[[[[[[[[[[[1]]]]]]]]]]]]]}",
                "{\"dues\": [%s, %s], \"payments\": []}",
                "{\"dues\": [%s, %s]} {\"dues\": []}",
                "{\"dues\": [%s, %s, NaN]}",
                "{\"dues\": [%s, %s, // comment",
            })
    void what_stands_before_a_break_is_taken_and_the_break_is_told(String text) throws Exception {
        Path file = write(text.replace("%s", GOOD));
        List<Parsed<Due>> rows = read(Sheet.DUES, file);
        assertThat(good(rows)).hasSize(2);
        assertThat(faults(rows))
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason().toString()).contains("not read"));
        try (SheetFile again = SheetFile.open(file)) {
            while (again.next(Sheet.DUES, keys).isPresent()) {
                assertThat(again.sheet()).isEqualTo(Sheet.DUES);
            }
            assertThat(again.isBroken()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{",
                "{\"water\": []}",
                "{\"dues\": {}}",
                "[{\"dues\": []}]",
                "{\u0000\u0001",
                "{{{{{{"
            })
    void a_file_of_another_sort_is_refused_with_what_it_should_be(String text) {
        assertThatThrownBy(() -> read(Sheet.DUES, write(text)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("{\"dues\": [");
    }

    @Test
    void a_text_without_end_takes_no_memory_and_breaks_the_file() throws Exception {
        List<Parsed<Due>> rows = rows(GOOD, GOOD.replace("240000021", "9".repeat(3_000_000)), GOOD);
        assertThat(good(rows)).hasSize(1);
        assertThat(faults(rows)).hasSize(1);
    }

    @Test
    void bytes_that_are_no_utf8_are_rejected_where_they_stand() throws Exception {
        Path file = write(
                "{\"dues\": [" + GOOD.replace("\"year\"", "\"decision\": \"dec\u00f3\", \"year\"") + "]}",
                StandardCharsets.ISO_8859_1);
        assertThat(faults(read(Sheet.DUES, file))).extracting(RowFault::column).containsExactly("dues[0].decision");
    }

    private List<Parsed<Due>> rows(String... rows) throws IOException, ImportRefused {
        return read(Sheet.DUES, write("{\"dues\": [" + String.join(",\n", rows) + "]}"));
    }

    private <T> List<Parsed<T>> read(Sheet<T> sheet, Path file) throws IOException, ImportRefused {
        List<Parsed<T>> rows = new ArrayList<>();
        try (SheetFile open = SheetFile.open(file)) {
            assertThat(open.sheet()).isEqualTo(sheet);
            Optional<Parsed<T>> row = open.next(sheet, keys);
            while (row.isPresent()) {
                rows.add(row.get());
                row = open.next(sheet, keys);
            }
        }
        return rows;
    }

    private static <T> List<T> good(List<Parsed<T>> rows) {
        List<T> values = new ArrayList<>();
        for (Parsed<T> row : rows) {
            if (row instanceof Parsed.Good<T> good) {
                values.add(good.value());
            }
        }
        return values;
    }

    private static List<RowFault> faults(List<Parsed<Due>> rows) {
        List<RowFault> faults = new ArrayList<>();
        for (Parsed<Due> row : rows) {
            if (row instanceof Parsed.Bad<Due> bad) {
                faults.add(bad.fault());
            }
        }
        return faults;
    }

    private Path write(String text) throws IOException {
        return write(text, StandardCharsets.UTF_8);
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("file.json"), text.getBytes(charset));
    }
}
