package pl.otwartagmina.api.mail;

/**
 * An e-mail to one person, in plain text.
 *
 * @param to address; it must look like one
 * @param subject one line
 * @param text lines parted by {@code \n}, at most 32 000 characters
 */
public record Letter(String to, String subject, String text) {
    private static final int TEXT = 32_000;
    private static final int SUBJECT = 200;

    public Letter {
        if (!EmailAddress.isValid(to)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
        if (subject.isBlank() || subject.length() > SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A subject is one line of at most " + SUBJECT + " characters");
        }
        if (text.isBlank() || text.length() > TEXT) {
            throw new IllegalArgumentException("A text has 1 to " + TEXT + " characters");
        }
    }
}
