package pl.otwartagmina.service.payments.internal.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Reads a file line by line and cuts off what no line of ours can be, so that a file of another sort, even one endless
 * line, takes no memory.
 */
final class Lines {
    static final int MAX_LENGTH = 16_384;

    private final Reader reader;
    private final char[] buffer = new char[8192];
    private int at;
    private int end;
    private long number;
    private boolean afterReturn;

    Lines(Reader reader) {
        this.reader = reader;
    }

    record Line(long number, String text, boolean tooLong) {}

    Optional<Line> next() throws IOException {
        StringBuilder text = new StringBuilder(256);
        boolean any = false;
        while (fill()) {
            char c = buffer[at++];
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            any = true;
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                return Optional.of(line(text));
            }
            if (text.length() <= MAX_LENGTH) {
                text.append(c);
            }
        }
        return any ? Optional.of(line(text)) : Optional.empty();
    }

    private Line line(StringBuilder text) {
        number++;
        return new Line(number, text.toString(), text.length() > MAX_LENGTH);
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = reader.read(buffer);
        }
        return end > 0;
    }
}
