package pl.otwartagmina.service.payments.internal.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pl.otwartagmina.api.identity.PartyKeys;

/**
 * An open JSON file, <code>{"dues": [{...}, {...}]}</code>: one name, which says what the rows are, and a row for each
 * object. The columns are those of CSV, as texts or numbers; a column that is not there is an empty cell.
 *
 * <p>A wrong cell spoils its row only. From where it is no JSON the rest of the file cannot be read.
 */
final class JsonFile implements SheetFile {
    private static final int DEEPEST = 10;
    private static final int LONGEST_NAME = 200;
    private static final int TOLD = 20;

    private static final JsonFactory FORMAT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(Lines.MAX_LENGTH)
                    .build())
            // what stood in the file is never repeated
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser json;
    private final Sheet<?> sheet;
    private final Set<String> columns;
    private final Set<String> ignored = new TreeSet<>();
    private long index;
    private boolean ended;
    private boolean broken;

    JsonFile(Reader reader, String name) throws IOException, ImportRefused {
        this.json = FORMAT.createParser(reader);
        this.sheet = recognise(name);
        this.columns = sheet.columns().stream().map(Column::name).collect(Collectors.toSet());
    }

    private Sheet<?> recognise(String name) throws IOException, ImportRefused {
        try {
            if (json.nextToken() == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
                Optional<Sheet<?>> found = Sheet.ofName(json.currentName());
                if (found.isPresent() && json.nextToken() == JsonToken.START_ARRAY) {
                    return found.get();
                }
            }
        } catch (JsonProcessingException noJson) {
            // told below like other files that are none of ours
            throw refused(name);
        }
        throw refused(name);
    }

    private static ImportRefused refused(String name) {
        return new ImportRefused(name + " is no file of dues, payments or components. A JSON file begins with one of "
                + Sheet.ALL.stream()
                        .map(sheet -> "{\"" + sheet.name() + "\": [")
                        .collect(Collectors.joining(", "))
                + ".");
    }

    @Override
    public Sheet<?> sheet() {
        return sheet;
    }

    @Override
    public List<String> ignored() {
        return List.copyOf(ignored);
    }

    @Override
    public boolean isBroken() {
        return broken;
    }

    @Override
    public <T> Optional<Parsed<T>> next(Sheet<T> as, PartyKeys keys) throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            if (json.nextToken() == JsonToken.END_ARRAY) {
                ended = true;
                boolean nothingBehind = json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null;
                return nothingBehind ? Optional.empty() : broken(Reason.Sort.BEHIND);
            }
            return Optional.of(row(as, keys, place()));
        } catch (JsonProcessingException noJson) {
            return broken(Reason.Sort.NO_JSON);
        }
    }

    private <T> Optional<Parsed<T>> broken(Reason.Sort sort) {
        ended = true;
        broken = true;
        return Optional.of(new Parsed.Bad<>(place().fault("", sort)));
    }

    private Place place() {
        return new Place(json.currentTokenLocation().getLineNr(), sheet.name(), index);
    }

    private <T> Parsed<T> row(Sheet<T> as, PartyKeys keys, Place place) throws IOException {
        try {
            Map<String, String> cells = cells();
            index++;
            return new Parsed.Good<>(place, as.parser().parse(new Row(cells::get), keys));
        } catch (BadRow e) {
            index = place.index() + 1;
            return new Parsed.Bad<>(e.at(place));
        }
    }

    /** The cells of the object at hand, which is read to its end also where one of them is wrong. */
    private Map<String, String> cells() throws IOException, BadRow {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            throw new BadRow("", Reason.Sort.OBJECT);
        }
        Map<String, String> cells = new HashMap<>();
        Optional<BadRow> wrong = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String column = json.currentName();
            JsonToken value = json.nextToken();
            if (!columns.contains(column)) {
                passOver(column);
            } else if (value.isStructStart()) {
                json.skipChildren();
                wrong = wrong.or(() -> Optional.of(new BadRow(column, Reason.Sort.NESTED)));
            } else if (cells.put(column, value == JsonToken.VALUE_NULL ? "" : json.getText()) != null) {
                wrong = wrong.or(() -> Optional.of(new BadRow(column, Reason.Sort.COLUMN_TWICE)));
            }
        }
        if (wrong.isPresent()) {
            throw wrong.get();
        }
        return cells;
    }

    private void passOver(String column) throws IOException {
        if (ignored.size() < TOLD) {
            ignored.add(column);
        }
        json.skipChildren();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
