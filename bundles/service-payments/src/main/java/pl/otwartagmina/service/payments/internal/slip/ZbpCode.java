package pl.otwartagmina.service.payments.internal.slip;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Nrb;

/**
 * What a 2D code of a transfer says (Rekomendacja ZBP dotycząca kodu dwuwymiarowego „2D”, 2013-12-03): nine fields parted
 * by {@code |}, in UTF-8, at most 160 characters. Apps of Polish banks fill in the transfer from it.
 *
 * @param text for the code, byte by byte
 */
public record ZbpCode(String text) {
    private static final String COUNTRY = "PL";
    private static final int NAME = 20;
    private static final int TITLE = 32;
    private static final int LONGEST = 160;

    /** Six digits of grosze. */
    private static final Money MOST = Money.ofGrosze(999_999);

    public ZbpCode {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A 2D code has at most 160 characters");
        }
    }

    /**
     * The code of a transfer. Recipient and title are cut to what the code carries.
     *
     * @param recipientNip empty where it is not known or the recipient is a person
     * @return empty for nothing and for more than 9 999,99 zł, which the code cannot say
     */
    public static Optional<ZbpCode> of(
            Optional<Nip> recipientNip, Nrb account, Money amount, String recipient, String title) {
        return of(recipientNip, account, amount, recipient, title, "");
    }

    /**
     * The same with the first of the three reserved fields, in which some recipients keep a number of theirs.
     *
     * @param reserved up to 20 characters
     */
    public static Optional<ZbpCode> of(
            Optional<Nip> recipientNip, Nrb account, Money amount, String recipient, String title, String reserved) {
        if (!amount.isPositive() || amount.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        return Optional.of(new ZbpCode(String.join(
                "|",
                recipientNip.map(Nip::digits).orElse(""),
                COUNTRY,
                account.digits(),
                String.format(Locale.ROOT, "%06d", amount.amount().unscaledValue()),
                field(recipient, NAME),
                field(title, TITLE),
                field(reserved, NAME),
                "",
                "")));
    }

    private static String field(String words, int longest) {
        String clean = oneLine(Normalizer.normalize(words, Normalizer.Form.NFC).replace('|', ' '));
        return cut(clean, longest);
    }

    /** Without spaces of other sorts, characters that control something, and halves of characters. */
    static String oneLine(String words) {
        return words.replaceAll("[\\p{Z}\\p{Cc}\\p{Cs}]+", " ").strip();
    }

    /** The beginning of the words, never cut within a character. */
    static String cut(String words, int longest) {
        if (words.length() <= longest) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(longest - 1)) ? longest - 1 : longest;
        return words.substring(0, end).strip();
    }

    @Override
    public String toString() {
        return "ZbpCode[hidden]";
    }
}
