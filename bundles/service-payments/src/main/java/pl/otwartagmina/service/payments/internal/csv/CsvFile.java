package pl.otwartagmina.service.payments.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pl.otwartagmina.api.identity.PartyKeys;

/**
 * An open file of one of our sorts.
 *
 * <p>One line is one row: a stray quote can spoil its own row only, never those behind it.
 */
public final class CsvFile implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final CsvReader.CsvReaderBuilder FORMAT =
            CsvReader.builder().fieldSeparator(';').quoteCharacter('"');

    private final Reader reader;
    private final Lines lines;
    private final List<String> header;
    private final Sheet<?> sheet;
    private final Map<String, Integer> positions = new HashMap<>();

    private CsvFile(Reader reader, String name) throws IOException, ImportRefused {
        this.reader = reader;
        this.lines = new Lines(reader);
        this.header = header(name);
        this.sheet = recognise(name);
        for (int i = 0; i < header.size(); i++) {
            positions.put(header.get(i), i);
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws ImportRefused if it is none of ours, telling what is missing
     */
    public static CsvFile open(Path file) throws IOException, ImportRefused {
        Reader reader = new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        try {
            return new CsvFile(reader, String.valueOf(file.getFileName()));
        } catch (IOException | ImportRefused | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** What the file holds. */
    public Sheet<?> sheet() {
        return sheet;
    }

    /** Columns that are not ours and are passed over. */
    public List<String> ignored() {
        return sheet.unknownOf(header);
    }

    /** The result of reading a row: a record or a fault. */
    public sealed interface Parsed<T> {
        /** A row that can be taken. */
        record Good<T>(Place place, T value) implements Parsed<T> {}

        /** A row that cannot. */
        record Bad<T>(RowFault fault) implements Parsed<T> {}
    }

    /** The next row that is not blank; empty at the end of the file. */
    public <T> Optional<Parsed<T>> next(Sheet<T> as, PartyKeys keys) throws IOException {
        Optional<Lines.Line> line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(found -> parse(as, keys, found));
    }

    private <T> Parsed<T> parse(Sheet<T> as, PartyKeys keys, Lines.Line line) {
        Place place = new Place(line.number());
        try {
            return new Parsed.Good<>(place, as.parser().parse(new Row(positions, cells(line)), keys));
        } catch (BadRow e) {
            return new Parsed.Bad<>(e.at(place));
        }
    }

    private List<String> cells(Lines.Line line) throws BadRow {
        if (line.tooLong()) {
            throw new BadRow("", "longer than " + Lines.MAX_LENGTH + " characters");
        }
        List<String> cells = split(line.text());
        if (cells.size() != header.size()) {
            throw new BadRow("", cells.size() + " cells instead of " + header.size());
        }
        return cells;
    }

    private static List<String> split(String line) throws BadRow {
        if (line.indexOf('"') >= 0 && line.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw new BadRow("", "a quotation mark is not closed");
        }
        try (CsvReader<CsvRecord> csv = FORMAT.ofCsvRecord(line)) {
            return csv.iterator().next().getFields();
        } catch (CsvParseException | IOException e) {
            throw new BadRow("", "quotation marks in the wrong place");
        }
    }

    private List<String> header(String name) throws IOException, ImportRefused {
        Optional<Lines.Line> first = lines.next();
        if (first.isEmpty()) {
            throw new ImportRefused(name + " is empty.");
        }
        String text = first.get().text();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        try {
            return first.get().tooLong() || text.isBlank()
                    ? List.of()
                    : split(text).stream().map(String::strip).toList();
        } catch (BadRow e) {
            return List.of();
        }
    }

    private Sheet<?> recognise(String name) throws ImportRefused {
        Sheet<?> nearest = Sheet.ALL.stream()
                .filter(sheet -> sheet.missingFrom(header).isEmpty())
                .findFirst()
                .orElseGet(this::mostAlike);
        List<String> missing = nearest.missingFrom(header);
        if (!missing.isEmpty()) {
            throw new ImportRefused(name + " is no file of dues, payments or components. Of the columns of a file of "
                    + nearest.name() + " its first line lacks: " + String.join(", ", missing)
                    + ". The cells must be separated by semicolons.");
        }
        Set<String> twice = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        header.stream().filter(column -> !column.isEmpty() && !seen.add(column)).forEach(twice::add);
        if (!twice.isEmpty()) {
            throw new ImportRefused(name + " has columns twice: " + String.join(", ", twice) + ".");
        }
        return nearest;
    }

    private Sheet<?> mostAlike() {
        return Sheet.ALL.stream()
                .min(Comparator.comparingInt(sheet -> sheet.unknownOf(header).size()))
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
