package pl.otwartagmina.identity.internal;

import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.mail.EmailAddress;

/**
 * What an account begins with.
 *
 * @param email valid; empty for somebody who signs in elsewhere and has given none
 * @param firstName 1 to 80 characters
 * @param lastName likewise
 * @param language in which letters are written to its owner
 */
public record NewAccount(Optional<String> email, String firstName, String lastName, Locale language) {
    /** Of each name, in characters. */
    public static final int LONGEST_NAME = 80;

    public NewAccount {
        if (email.filter(address -> !EmailAddress.isValid(address)).isPresent()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
        if (!isName(firstName) || !isName(lastName)) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters on one line");
        }
    }

    public NewAccount(String email, String firstName, String lastName, Locale language) {
        this(Optional.of(email), firstName, lastName, language);
    }

    /** Whether somebody can be called so. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }
}
