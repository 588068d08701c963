package pl.otwartagmina.identity.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pictures of people. Each method is one transaction, or a part of the one that runs. */
@Component(service = PictureStore.class)
public final class PictureStore {
    private final IdentityTables tables;

    @Activate
    public PictureStore(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /** The picture of an account. */
    public Optional<byte[]> of(String account) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT content FROM identity_picture WHERE account = ?")) {
                select.setString(1, account);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    /** From now on this one. */
    public void set(String account, byte[] picture) {
        tables.unit().tx(em -> {
            remove(account);
            return tables.unit().sql(connection -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO identity_picture VALUES (?, ?)")) {
                    insert.setString(1, account);
                    insert.setBytes(2, picture);
                    return insert.executeUpdate();
                }
            });
        });
    }

    /** From now on none. */
    public void remove(String account) {
        tables.unit().sql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM identity_picture WHERE account = ?")) {
                delete.setString(1, account);
                return delete.executeUpdate();
            }
        });
    }
}
