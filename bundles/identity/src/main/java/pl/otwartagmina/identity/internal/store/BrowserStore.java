package pl.otwartagmina.identity.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.identity.internal.Device;

/** The browsers in which accounts were used. Each method is one transaction, or a part of the one that runs. */
@Component(service = BrowserStore.class)
public final class BrowserStore {
    private final IdentityTables tables;

    /** A browser of an account. */
    public record Known(Device device, Instant firstUsed, Instant lastUsed) {}

    @Activate
    public BrowserStore(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /** Another sign-in of an account in a browser; false if it is not known since this moment. */
    public boolean use(String account, String secret, Instant since, Instant now) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE identity_browser SET last_used = ?"
                    + " WHERE account = ? AND secret_hash = ? AND last_used > ?")) {
                Moments.set(update, 1, now);
                update.setString(2, account);
                update.setString(3, hash(account, secret));
                Moments.set(update, 4, since);
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Until the transaction ends nobody else who does the same goes on with this account. */
    public void lock(String account) {
        tables.unit().sql(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE identity_account SET user_name = user_name WHERE id = ?")) {
                update.setString(1, account);
                return update.executeUpdate();
            }
        });
    }

    /** The browsers of an account, the one used last first. */
    public List<Known> of(String account) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT browser, operating, first_used, last_used"
                            + " FROM identity_browser WHERE account = ? ORDER BY last_used DESC, first_used DESC")) {
                select.setString(1, account);
                List<Known> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Known(
                                new Device(row.getString(1), row.getString(2)),
                                Moments.get(row, 3).orElseThrow(),
                                Moments.get(row, 4).orElseThrow()));
                    }
                }
                return found;
            }
        });
    }

    /** Adds one. */
    public void add(String account, String secret, Device device, Instant now) {
        tables.unit().sql(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO identity_browser VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, account);
                insert.setString(2, hash(account, secret));
                insert.setString(3, device.browser());
                insert.setString(4, device.system());
                Moments.set(insert, 5, now);
                Moments.set(insert, 6, now);
                return insert.executeUpdate();
            }
        });
    }

    /** Forgets those of an account that were used last at this moment or before. */
    public void forget(String account, Instant until) {
        tables.unit().sql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM identity_browser WHERE account = ? AND last_used <= ?")) {
                delete.setString(1, account);
                Moments.set(delete, 2, until);
                return delete.executeUpdate();
            }
        });
    }

    private static String hash(String account, String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((account + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
