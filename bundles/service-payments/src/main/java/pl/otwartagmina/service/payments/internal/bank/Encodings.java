package pl.otwartagmina.service.payments.internal.bank;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** The characters of a text file of a bank: each bank has its own, and few say which. */
final class Encodings {
    private static final String POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** In the order of how often banks use them. */
    private static final List<Charset> OLD =
            List.of(Charset.forName("windows-1250"), Charset.forName("IBM852"), Charset.forName("ISO-8859-2"));

    private Encodings() {}

    record Decoded(String text, String encoding) {}

    /**
     * The text.
     *
     * @param encoding {@code auto}, or a name such as {@code windows-1250}
     */
    static Decoded decode(byte[] file, String encoding) throws BankFileRefused {
        Charset charset = encoding.equals("auto") ? guess(file) : Charset.forName(encoding);
        try {
            String text = strictly(file, charset);
            return new Decoded(
                    !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text, charset.name());
        } catch (CharacterCodingException other) {
            throw new BankFileRefused(BankFileRefused.Reason.ENCODING, other);
        }
    }

    /** UTF-8 if it is that; otherwise the one in which most of what is not ASCII are Polish letters. */
    private static Charset guess(byte[] file) {
        try {
            strictly(file, StandardCharsets.UTF_8);
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException old) {
            return OLD.stream()
                    // of equals the first one wins
                    .max(Comparator.comparingLong((Charset charset) -> polishLetters(file, charset))
                            .thenComparing(charset -> -OLD.indexOf(charset)))
                    .orElseThrow();
        }
    }

    private static long polishLetters(byte[] file, Charset charset) {
        return new String(file, charset)
                .chars()
                .filter(c -> POLISH.indexOf(c) >= 0)
                .count();
    }

    private static String strictly(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }
}
