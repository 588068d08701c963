package pl.otwartagmina.integration.przelewy24.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The sum by which Przelewy24 and the portal believe each other: SHA-384 of compact JSON, its keys in a fixed order and the
 * CRC key last, written exactly as PHP's {@code json_encode} does with unescaped Unicode and slashes.
 */
final class Sign {
    private final StringBuilder json = new StringBuilder("{");

    Sign and(String key, long number) {
        return raw(key, Long.toString(number));
    }

    Sign and(String key, String text) {
        return raw(key, quoted(text));
    }

    private Sign raw(String key, String value) {
        json.append(json.length() > 1 ? "," : "")
                .append(quoted(key))
                .append(':')
                .append(value);
        return this;
    }

    /** In lower-case hexadecimal digits. */
    String hex() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-384").digest((json + "}").getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the sum is this one; takes the same time wherever they differ. */
    boolean isOf(String sign) {
        return MessageDigest.isEqual(
                hex().getBytes(StandardCharsets.US_ASCII),
                sign.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    // PHP escapes the line separators of JavaScript even where it leaves other letters alone
                    if (letter < ' ' || letter == '\u2028' || letter == '\u2029') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
                    } else {
                        quoted.append(letter);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
