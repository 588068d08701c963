package pl.otwartagmina.service.payments.internal.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+48 600", "-31", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void what_a_spreadsheet_would_run_becomes_text(String cell) {
        String line = CsvCells.line(List.of(cell));

        assertThat(line.replace("\"", "")).startsWith("'");
    }

    @Test
    void amounts_numbers_and_days_stay_as_they_are() {
        assertThat(CsvCells.line(List.of("31.00", "2026-11-11", "a;b", "rata \"3\"")))
                .isEqualTo("31.00;2026-11-11;\"a;b\";\"rata \"\"3\"\"\"\r\n");
    }

    @Property
    void whatever_stands_in_the_cells_comes_back(@ForAll @Size(min = 2, max = 4) List<String> cells) {
        String line = CsvCells.line(cells);

        List<String> back = CsvReader.builder().fieldSeparator(';').skipEmptyLines(false).ofCsvRecord(line).stream()
                .findFirst()
                .orElseThrow()
                .getFields();
        assertThat(back).hasSameSizeAs(cells);
        for (int i = 0; i < cells.size(); i++) {
            assertThat(back.get(i)).isIn(cells.get(i), "'" + cells.get(i));
        }
    }
}
