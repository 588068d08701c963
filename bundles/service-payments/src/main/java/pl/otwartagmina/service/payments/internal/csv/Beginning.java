package pl.otwartagmina.service.payments.internal.csv;

import java.io.BufferedReader;
import java.io.IOException;

/** The first characters of a file. */
final class Beginning {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int FAR = 1024;

    private Beginning() {}

    /** Passes over the byte order mark and tells whether JSON follows: no header of ours begins like it. */
    static boolean isJson(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(FAR);
        int first = reader.read();
        for (int i = 1; i < FAR && Character.isWhitespace(first); i++) {
            first = reader.read();
        }
        reader.reset();
        return first == '{' || first == '[';
    }
}
