package pl.otwartagmina.service.payments.internal.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.identity.PartyKeys;

/** An open file of one of our sorts, CSV or JSON. It is read row by row and never held as a whole. */
public sealed interface SheetFile extends AutoCloseable permits CsvFile, JsonFile {
    /**
     * Opens a file and reads its beginning, by which it is known.
     *
     * @throws ImportRefused if it is none of ours, telling what is missing
     */
    static SheetFile open(Path file) throws IOException, ImportRefused {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        try {
            String name = String.valueOf(file.getFileName());
            return Beginning.isJson(reader) ? new JsonFile(reader, name) : new CsvFile(reader, name);
        } catch (IOException | ImportRefused | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** What the file holds. */
    Sheet<?> sheet();

    /** Columns that are not ours and are passed over, as far as the file was read. */
    List<String> ignored();

    /** The next row that is not blank; empty at the end of the file. */
    <T> Optional<Parsed<T>> next(Sheet<T> as, PartyKeys keys) throws IOException;

    /** Whether what is left of the file could not be read. */
    boolean isBroken();

    @Override
    void close() throws IOException;

    /** The result of reading a row: a record or a fault. */
    sealed interface Parsed<T> {
        /** A row that can be taken. */
        record Good<T>(Place place, T value) implements Parsed<T> {}

        /** A row that cannot. */
        record Bad<T>(RowFault fault) implements Parsed<T> {}
    }
}
