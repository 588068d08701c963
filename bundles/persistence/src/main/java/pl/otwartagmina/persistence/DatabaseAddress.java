package pl.otwartagmina.persistence;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import pl.otwartagmina.api.data.Database.Product;
import pl.otwartagmina.api.data.DatabaseUnavailable;

/**
 * Where the database is and as whom to enter it. Its text form never tells a secret.
 *
 * @param url JDBC URL of Derby or PostgreSQL
 * @param user empty for none
 * @param password empty for none
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final Pattern SECRET = Pattern.compile("(?i)(password|key)=[^;&]*");

    public DatabaseAddress {
        if (!url.startsWith("jdbc:derby:") && !url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnavailable("The database URL " + masked(url)
                    + " is not understood: it must begin with jdbc:derby: or jdbc:postgresql:.");
        }
    }

    /** A database that asks for no user. */
    public static DatabaseAddress of(String url) {
        return new DatabaseAddress(url, "", "");
    }

    Product product() {
        return url.startsWith("jdbc:derby:") ? Product.DERBY : Product.POSTGRESQL;
    }

    /** The URL without its attributes. */
    String place() {
        return url.split("[;?]", 2)[0];
    }

    /** The folder of an embedded database, empty for any other. */
    Optional<Path> folder() {
        String name = place().replaceFirst("^jdbc:derby:(directory:)?", "");
        return product() == Product.DERBY && !name.matches("(memory:|classpath:|jar:|//).*")
                ? Optional.of(Path.of(name).toAbsolutePath())
                : Optional.empty();
    }

    Properties credentials() {
        Properties credentials = new Properties();
        if (!user.isEmpty()) {
            credentials.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    /** Name of the folder of migrations for this product only. */
    static String folder(Product product) {
        return product.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return masked(url);
    }

    private static String masked(String url) {
        return SECRET.matcher(url).replaceAll("$1=***");
    }
}
