package pl.otwartagmina.identity.internal;

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
import pl.otwartagmina.identity.internal.store.PictureStore;

/** What people want to be seen by in the portal; nobody needs to. Open windows follow at once. */
@Component(service = Pictures.class)
public final class Pictures {
    private final IdentityTables tables;
    private final PictureStore pictures;
    private final AccountStore accounts;
    private final Audit audit;
    private final OpenSessions sessions;

    @Activate
    public Pictures(
            @Reference IdentityTables tables,
            @Reference PictureStore pictures,
            @Reference AccountStore accounts,
            @Reference Audit audit,
            @Reference OpenSessions sessions) {
        this.tables = tables;
        this.pictures = pictures;
        this.accounts = accounts;
        this.audit = audit;
        this.sessions = sessions;
    }

    /** The picture of an account. */
    public Optional<byte[]> of(String account) {
        return pictures.of(account);
    }

    /**
     * The owner wants to be seen by this.
     *
     * @throws Picture.Unreadable if it is no picture; the one before stays
     */
    public void set(Acting owner, byte[] sent) throws Picture.Unreadable {
        byte[] picture = Picture.of(sent);
        change(owner, "identity.picture.set", account -> pictures.set(account, picture));
    }

    /** The owner wants to be seen no more. */
    public void remove(Acting owner) {
        change(owner, "identity.picture.remove", pictures::remove);
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
}
