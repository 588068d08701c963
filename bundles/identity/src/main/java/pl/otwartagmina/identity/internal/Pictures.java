package pl.otwartagmina.identity.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** What people want to be seen by in the portal; nobody needs to. Open windows follow at once. */
@Component(service = Pictures.class)
public final class Pictures {
    private final IdentityTables tables;
    private final AccountStore accounts;
    private final Audit audit;
    private final OpenSessions sessions;

    @Activate
    public Pictures(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference Audit audit,
            @Reference OpenSessions sessions) {
        this.tables = tables;
        this.accounts = accounts;
        this.audit = audit;
        this.sessions = sessions;
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

    /**
     * The owner wants to be seen by this.
     *
     * @throws Picture.Unreadable if it is no picture; the one before stays
     */
    public void set(Acting owner, byte[] sent) throws Picture.Unreadable {
        byte[] picture = Picture.of(sent);
        change(owner, "identity.picture.set", account -> {
            delete(account);
            tables.unit().sql(connection -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO identity_picture VALUES (?, ?)")) {
                    insert.setString(1, account);
                    insert.setBytes(2, picture);
                    return insert.executeUpdate();
                }
            });
        });
    }

    /** The owner wants to be seen no more. */
    public void remove(Acting owner) {
        change(owner, "identity.picture.remove", this::delete);
    }

    private void change(Acting owner, String action, Consumer<String> change) {
        String account = owner.person().orElseThrow().id();
        tables.unit().tx(em -> {
            change.accept(account);
            audit.record(tables.unit(), AuditRecord.of(owner.inOwnName(), action, "account", account));
            return account;
        });
        accounts.find(account).map(Account::person).ifPresent(sessions::changed);
    }

    private void delete(String account) {
        tables.unit().sql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM identity_picture WHERE account = ?")) {
                delete.setString(1, account);
                return delete.executeUpdate();
            }
        });
    }
}
