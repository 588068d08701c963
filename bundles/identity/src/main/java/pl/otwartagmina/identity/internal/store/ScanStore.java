package pl.otwartagmina.identity.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.identity.internal.Scan;
import pl.otwartagmina.identity.internal.Vault;

/** Scans of the documents that prove mandates, encrypted. Each method is one transaction, or a part of the one that runs. */
@Component(service = ScanStore.class)
public final class ScanStore {
    private final IdentityTables tables;
    private final Vault vault;

    @Activate
    public ScanStore(@Reference IdentityTables tables, @Reference Vault vault) {
        this.tables = tables;
        this.vault = vault;
    }

    void add(String mandate, Scan scan) {
        tables.unit().sql(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO identity_mandate_scan VALUES (?, ?, ?, ?)")) {
                insert.setString(1, mandate);
                insert.setString(2, scan.name());
                insert.setString(3, scan.type().name());
                insert.setBytes(4, vault.seal(Vault.Kind.SCAN, scan.content()));
                return insert.executeUpdate();
            }
        });
    }

    /** The scan of a mandate. */
    public Optional<Scan> find(String mandate) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT name, type, content FROM identity_mandate_scan WHERE mandate = ?")) {
                select.setString(1, mandate);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Scan(
                                    row.getString(1),
                                    Scan.Type.valueOf(row.getString(2)),
                                    vault.open(Vault.Kind.SCAN, row.getBytes(3))))
                            : Optional.empty();
                }
            }
        });
    }

    void forget(String mandate) {
        tables.unit().sql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM identity_mandate_scan WHERE mandate = ?")) {
                delete.setString(1, mandate);
                return delete.executeUpdate();
            }
        });
    }

    /**
     * Encrypts anew, under the newest key, those that are under an older one; one at a time, since they are long.
     *
     * @return how many
     */
    public int encryptAnew() {
        int count = 0;
        for (String mandate : mandates()) {
            count += tables.unit().sql(connection -> {
                try (PreparedStatement select =
                        connection.prepareStatement("SELECT content FROM identity_mandate_scan WHERE mandate = ?")) {
                    select.setString(1, mandate);
                    try (ResultSet row = select.executeQuery()) {
                        byte[] sealed = row.next() ? row.getBytes(1) : new byte[0];
                        return sealed.length == 0 || vault.isFresh(sealed)
                                ? 0
                                : replace(connection, mandate, vault.open(Vault.Kind.SCAN, sealed));
                    }
                }
            });
        }
        return count;
    }

    private int replace(Connection connection, String mandate, byte[] content) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE identity_mandate_scan SET content = ? WHERE mandate = ?")) {
            update.setBytes(1, vault.seal(Vault.Kind.SCAN, content));
            update.setString(2, mandate);
            return update.executeUpdate();
        }
    }

    private List<String> mandates() {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT mandate FROM identity_mandate_scan");
                    ResultSet row = select.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });
    }
}
