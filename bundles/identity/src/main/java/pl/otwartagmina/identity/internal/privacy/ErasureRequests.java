package pl.otwartagmina.identity.internal.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.identity.internal.privacy.ErasureRequest.State;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** Requests to be erased, as they are kept. Each method is one transaction, or a part of the one that runs. */
@Component(service = ErasureRequests.class)
public final class ErasureRequests {
    private static final String SELECT =
            "SELECT id, account, state, asked_at, decided_at, decided_by, reason FROM identity_erasure ";

    private final IdentityTables tables;

    @Activate
    public ErasureRequests(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /** The open request of an account, or the last one that was decided. */
    Optional<ErasureRequest> ofAccount(String account) {
        return list("WHERE account = ? ORDER BY asked_at DESC", account).stream()
                .findFirst();
    }

    Optional<ErasureRequest> find(String id) {
        return list("WHERE id = ?", id).stream().findFirst();
    }

    /** Whatever waits for a decision, what is due first on top. */
    List<ErasureRequest> open() {
        return list("WHERE open_for IS NOT NULL ORDER BY asked_at");
    }

    /** The last that were decided. */
    List<ErasureRequest> decided(int count) {
        return list("WHERE open_for IS NULL ORDER BY decided_at DESC FETCH FIRST " + count + " ROWS ONLY");
    }

    /** @throws pl.otwartagmina.api.data.DatabaseUnavailable if the account has an open request already */
    String add(String account) {
        String id = UUID.randomUUID().toString();
        tables.unit().sql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO identity_erasure"
                    + " (id, account, state, asked_at, reason, open_for) VALUES (?, ?, 'NEW', ?, '', ?)")) {
                insert.setString(1, id);
                insert.setString(2, account);
                Moments.set(insert, 3, tables.clock().instant());
                insert.setString(4, account);
                return insert.executeUpdate();
            }
        });
        return id;
    }

    /** @return whether it was open until now; of two people who decide at once, one does */
    boolean decide(String id, State from, State to, String by, String reason) {
        return tables.unit().sql(connection -> {
            String open = to.isOpen() ? "" : ", open_for = NULL";
            try (PreparedStatement update = connection.prepareStatement("UPDATE identity_erasure SET state = ?,"
                    + " decided_at = ?, decided_by = ?, reason = ?" + open + " WHERE id = ? AND state = ?")) {
                update.setString(1, to.name());
                Moments.set(update, 2, tables.clock().instant());
                update.setString(3, by);
                update.setString(4, reason);
                update.setString(5, id);
                update.setString(6, from.name());
                return update.executeUpdate() == 1;
            }
        });
    }

    /** A module has erased its part. */
    void done(String id, String module) {
        tables.unit().sql(connection -> {
            run(connection, "DELETE FROM identity_erasure_part WHERE erasure = ? AND module = ?", id, module);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO identity_erasure_part VALUES (?, ?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, module);
                Moments.set(insert, 3, tables.clock().instant());
                return insert.executeUpdate();
            }
        });
    }

    /** The modules that have, and when. */
    Map<String, Instant> parts(String id) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT module, done_at FROM identity_erasure_part WHERE erasure = ? ORDER BY module")) {
                select.setString(1, id);
                Map<String, Instant> parts = new LinkedHashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        parts.put(row.getString(1), Moments.get(row, 2).orElseThrow());
                    }
                }
                return parts;
            }
        });
    }

    /**
     * Whether nobody else is an administrator. Until the transaction ends no other one asks, so that of the last two at most
     * one goes.
     */
    boolean isLastAdministrator(String account) {
        String administrator = Role.ADMINISTRATOR.toString();
        return tables.unit().sql(connection -> {
            run(connection, "UPDATE identity_role SET role = role WHERE role = ?", administrator);
            boolean is = false;
            boolean others = false;
            try (PreparedStatement select = connection.prepareStatement("SELECT r.account FROM identity_role r"
                    + " JOIN identity_account a ON a.id = r.account WHERE r.role = ? AND a.state = 'ACTIVE'")) {
                select.setString(1, administrator);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        boolean same = account.equals(row.getString(1));
                        is |= same;
                        others |= !same;
                    }
                }
            }
            return is && !others;
        });
    }

    private static int run(Connection connection, String statement, String... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setString(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }

    private List<ErasureRequest> list(String where, String... values) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
                for (int i = 0; i < values.length; i++) {
                    select.setString(i + 1, values[i]);
                }
                List<ErasureRequest> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new ErasureRequest(
                                row.getString(1),
                                row.getString(2),
                                State.valueOf(row.getString(3)),
                                Moments.get(row, 4).orElseThrow(),
                                Moments.get(row, 5),
                                Optional.ofNullable(row.getString(6)),
                                row.getString(7)));
                    }
                }
                return found;
            }
        });
    }
}
