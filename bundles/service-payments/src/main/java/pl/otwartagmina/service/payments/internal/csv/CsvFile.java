package pl.otwartagmina.service.payments.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pl.otwartagmina.api.identity.PartyKeys;

/** An open CSV file. One line is one row: a stray quote can spoil its own row only, never those behind it. */
final class CsvFile implements SheetFile {
    private static final CsvReader.CsvReaderBuilder FORMAT =
            CsvReader.builder().fieldSeparator(';').quoteCharacter('"');

    private final Reader reader;
    private final Lines lines;
    private final List<String> header;
    private final Sheet<?> sheet;
    private final Map<String, Integer> positions = new HashMap<>();

    CsvFile(Reader reader, String name) throws IOException, ImportRefused {
        this.reader = reader;
        this.lines = new Lines(reader);
        this.header = header(name);
        this.sheet = recognise(name);
        for (int i = 0; i < header.size(); i++) {
            positions.put(header.get(i), i);
        }
    }

    @Override
    public Sheet<?> sheet() {
        return sheet;
    }

    @Override
    public List<String> ignored() {
        return sheet.unknownOf(header);
    }

    /** A line that cannot be read leaves the next as it is. */
    @Override
    public boolean isBroken() {
        return false;
    }

    @Override
    public <T> Optional<Parsed<T>> next(Sheet<T> as, PartyKeys keys) throws IOException {
        Optional<Lines.Line> line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(found -> parse(as, keys, found));
    }

    private <T> Parsed<T> parse(Sheet<T> as, PartyKeys keys, Lines.Line line) {
        Place place = Place.ofLine(line.number());
        try {
            return new Parsed.Good<>(place, as.parser().parse(row(cells(line)), keys));
        } catch (BadRow e) {
            return new Parsed.Bad<>(e.at(place));
        }
    }

    private Row row(List<String> cells) {
        return new Row(column -> {
            Integer position = positions.get(column);
            return position == null ? null : cells.get(position);
        });
    }

    private List<String> cells(Lines.Line line) throws BadRow {
        if (line.tooLong()) {
            throw new BadRow("", Reason.Sort.LONG, Lines.MAX_LENGTH);
        }
        List<String> cells = split(line.text());
        if (cells.size() != header.size()) {
            throw new BadRow("", Reason.Sort.CELLS, cells.size(), header.size());
        }
        return cells;
    }

    private static List<String> split(String line) throws BadRow {
        if (line.indexOf('"') >= 0 && line.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw new BadRow("", Reason.Sort.QUOTE_OPEN);
        }
        try (CsvReader<CsvRecord> csv = FORMAT.ofCsvRecord(line)) {
            return csv.iterator().next().getFields();
        } catch (CsvParseException | IOException e) {
            throw new BadRow("", Reason.Sort.QUOTE_PLACE);
        }
    }

    private List<String> header(String name) throws IOException, ImportRefused {
        Optional<Lines.Line> first = lines.next();
        if (first.isEmpty()) {
            throw new ImportRefused(name + " is empty.");
        }
        String text = first.get().text();
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
