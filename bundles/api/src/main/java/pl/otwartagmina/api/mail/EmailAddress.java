package pl.otwartagmina.api.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses, as far as they can be judged without asking their server. */
public final class EmailAddress {
    /** RFC 5321: local part and domain of at most 254 characters in all; here without quoted local parts. */
    private static final Pattern FORM = Pattern.compile(
            "(?=.{6,254}$)(?=[^@]{1,64}@)[\\p{Alnum}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{Alnum}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(\\p{Alnum}([\\p{Alnum}-]{0,61}\\p{Alnum})?\\.)+\\p{Alpha}[\\p{Alnum}-]{0,61}\\p{Alnum}");

    private EmailAddress() {}

    /** Whether a letter could be sent there. */
    public static boolean isValid(String address) {
        return FORM.matcher(address).matches();
    }

    /** The form in which two spellings of one address are equal; of letters, only case is passed over. */
    public static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
