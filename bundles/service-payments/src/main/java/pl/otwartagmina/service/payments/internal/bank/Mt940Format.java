package pl.otwartagmina.service.payments.internal.bank;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a bank writes MT940; each has its own dialect.
 *
 * @param encoding of the characters: {@code auto}, or a name such as {@code windows-1250}, {@code IBM852}, {@code UTF-8}
 * @param virtualAccountField the two digits of the subfield of {@code :86:} in which the bank tells the virtual account that
 *     was paid to; empty if it does not
 */
public record Mt940Format(String encoding, Optional<String> virtualAccountField) {
    /** The characters are found out; no virtual accounts. */
    public static final Mt940Format USUAL = new Mt940Format("auto", Optional.empty());

    public Mt940Format {
        if (!encoding.equals("auto") && !Charset.isSupported(encoding)) {
            throw new IllegalArgumentException("There is no encoding '" + encoding + "'");
        }
        if (virtualAccountField.filter(field -> !field.matches("\\d{2}")).isPresent()) {
            throw new IllegalArgumentException("A subfield has two digits");
        }
    }
}
