package pl.otwartagmina.identity.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.identity.internal.PairedDevice;
import pl.otwartagmina.identity.internal.PairedDevice.ByPasskey;
import pl.otwartagmina.identity.internal.PairedDevice.Lock;
import pl.otwartagmina.identity.internal.PairedDevice.Pin;
import pl.otwartagmina.identity.internal.Passkey;
import pl.otwartagmina.identity.internal.PasswordHash;

/**
 * Phones that are paired, and the PINs with which they can be. A try is counted before it is looked at, in one statement, so
 * that of many at the same moment only as many are looked at as are allowed. Each method is a part of the transaction that
 * runs.
 */
@Component(service = DeviceStore.class)
public final class DeviceStore {
    private final IdentityTables tables;

    @Activate
    public DeviceStore(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /** From now on, until then, a phone can be paired with this PIN and no other one. */
    public void expect(String account, PasswordHash pin, Instant until) {
        tables.unit().sql(connection -> {
            run(connection, "DELETE FROM identity_pairing WHERE account = ?", account);
            return run(connection, "INSERT INTO identity_pairing VALUES (?, ?, 0, ?)", account, pin.toString(), until);
        });
    }

    /** Whether a phone can be paired now. */
    public boolean isExpected(String account, int tries) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select = prepared(
                            connection,
                            "SELECT 1 FROM identity_pairing WHERE account = ? AND expires_at > ? AND tries < ?",
                            account,
                            now(),
                            tries);
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Nobody may pair a phone with the PIN of this account any more. */
    public void expectNone(String account) {
        tables.unit().sql(connection -> run(connection, "DELETE FROM identity_pairing WHERE account = ?", account));
    }

    /**
     * Counts a try at the PIN of an account.
     *
     * @return what the PIN has to fit; empty if there is none, or there were so many tries before
     */
    public Optional<PasswordHash> tryPairing(String account, int tries) {
        return tables.unit().sql(connection -> {
            int counted = run(
                    connection,
                    "UPDATE identity_pairing SET tries = tries + 1 WHERE account = ? AND expires_at > ? AND tries < ?",
                    account,
                    now(),
                    tries);
            try (PreparedStatement select =
                            prepared(connection, "SELECT pin FROM identity_pairing WHERE account = ?", account);
                    ResultSet row = select.executeQuery()) {
                return row.next() && counted == 1
                        ? Optional.of(PasswordHash.parse(row.getString(1)))
                        : Optional.empty();
            }
        });
    }

    /** The PIN is used up; of two at the same moment one gets it. */
    public boolean usePairing(String account, PasswordHash pin) {
        return tables.unit()
                .sql(connection -> run(
                                connection,
                                "DELETE FROM identity_pairing WHERE account = ? AND pin = ?",
                                account,
                                pin.toString())
                        == 1);
    }

    /** A phone more. */
    public void add(PairedDevice device, String secret) {
        Lock lock = device.lock();
        tables.unit()
                .sql(connection -> run(
                        connection,
                        "INSERT INTO identity_device (id, account, name, secret, pin, passkey, sign_count, tries,"
                                + " paired_at) VALUES (?, ?, ?, ?, " + (lock instanceof Pin ? "?, NULL" : "NULL, ?")
                                + ", ?, 0, ?)",
                        device.id(),
                        device.account(),
                        device.name(),
                        Links.hash(secret),
                        lock instanceof Pin pin
                                ? pin.hash().toString()
                                : ((ByPasskey) lock).passkey().data(),
                        lock instanceof ByPasskey key ? key.passkey().counter() : 0L,
                        device.pairedAt()));
    }

    /** The phone that has this secret. */
    public Optional<PairedDevice> bySecret(String secret) {
        return select("secret = ?", Links.hash(secret)).stream().findFirst();
    }

    /** The phones of an account, the newest first. */
    public List<PairedDevice> of(String account) {
        return select("account = ?", account);
    }

    private List<PairedDevice> select(String which, String value) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select = prepared(
                            connection,
                            "SELECT id, account, name, pin, passkey, sign_count, paired_at, used_at FROM identity_device"
                                    + " WHERE " + which + " ORDER BY paired_at DESC",
                            value);
                    ResultSet row = select.executeQuery()) {
                List<PairedDevice> devices = new ArrayList<>();
                while (row.next()) {
                    devices.add(device(row));
                }
                return devices;
            }
        });
    }

    private static PairedDevice device(ResultSet row) throws SQLException {
        Optional<String> pin = Optional.ofNullable(row.getString(4));
        Lock lock = pin.isPresent()
                ? new Pin(PasswordHash.parse(pin.get()))
                : new ByPasskey(new Passkey(row.getString(5), row.getLong(6)));
        return new PairedDevice(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                lock,
                Moments.get(row, 7).orElseThrow(),
                Moments.get(row, 8));
    }

    /** Counts a try at unlocking; at most so many in a row are let through. */
    public boolean countTry(String device, int tries) {
        return tables.unit()
                .sql(connection -> run(
                                connection,
                                "UPDATE identity_device SET tries = tries + 1 WHERE id = ? AND tries < ?",
                                device,
                                tries)
                        == 1);
    }

    /** The try was not looked at after all. */
    public void takeBackTry(String device) {
        tables.unit()
                .sql(connection -> run(
                        connection, "UPDATE identity_device SET tries = tries - 1 WHERE id = ? AND tries > 0", device));
    }

    /** How many tries in a row were wrong. */
    public int tries(String device) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select =
                            prepared(connection, "SELECT tries FROM identity_device WHERE id = ?", device);
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }

    /**
     * The phone was unlocked.
     *
     * @param counter of its passkey, 0 for none
     * @return false if it was removed meanwhile
     */
    public boolean unlocked(String device, long counter) {
        return tables.unit()
                .sql(connection -> run(
                                connection,
                                "UPDATE identity_device SET tries = 0, used_at = ?, sign_count = ? WHERE id = ?",
                                now(),
                                counter,
                                device)
                        == 1);
    }

    /** Takes out a phone; false if it was not there. */
    public boolean remove(String account, String device) {
        return tables.unit()
                .sql(connection ->
                        run(connection, "DELETE FROM identity_device WHERE id = ? AND account = ?", device, account)
                                == 1);
    }

    /** All phones of an account, and its PIN. */
    public void forget(String account) {
        tables.unit().sql(connection -> {
            expectNone(account);
            return run(connection, "DELETE FROM identity_device WHERE account = ?", account);
        });
    }

    private Instant now() {
        return tables.clock().instant();
    }

    private static int run(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = prepared(connection, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String statement, Object... values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Instant moment) {
                Moments.set(prepared, i + 1, moment);
            } else {
                prepared.setObject(i + 1, values[i]);
            }
        }
        return prepared;
    }
}
