package pl.otwartagmina.service.payments.internal.bank;

import java.io.IOException;
import java.io.InputStream;

/** Reads statements of banks, MT940 or camt.053: which of them it is shows in the first character. */
public final class StatementReader {
    /** Some hundred thousand entries; a day of a gmina has hundreds. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private final Mt940Format format;
    private final int largest;

    /** @param format how the gmina's bank writes MT940 */
    public StatementReader(Mt940Format format) {
        this(format, LARGEST);
    }

    StatementReader(Mt940Format format, int largest) {
        this.format = format;
        this.largest = largest;
    }

    /**
     * Reads a file to its end.
     *
     * @throws BankFileRefused if it is none of a bank, or too large; then nothing was taken
     */
    public BankFile read(InputStream file) throws IOException, BankFileRefused {
        byte[] all = file.readNBytes(largest + 1);
        if (all.length > largest) {
            throw new BankFileRefused(BankFileRefused.Reason.TOO_LARGE);
        }
        return looksLikeXml(all) ? Camt053Reader.read(all) : Mt940Reader.read(all, format);
    }

    /** Behind space and a byte order mark, of UTF-8 or UTF-16. */
    private static boolean looksLikeXml(byte[] file) {
        for (byte next : file) {
            if (next == '<') {
                return true;
            }
            if (next > ' ') {
                return false;
            }
        }
        return false;
    }
}
