package pl.otwartagmina.identity.internal;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** Confirms who the owner of an account is (L2), by a clerk who has seen a document. */
@Component(service = Verification.class)
public final class Verification {
    private final IdentityTables tables;
    private final AccountStore accounts;
    private final AccountLetters letters;
    private final Audit audit;
    private final OpenSessions sessions;

    /** What the clerk was shown. Only its kind is kept, never its number. */
    public enum Document {
        /** Dowód osobisty. */
        IDENTITY_CARD,
        /** Paszport. */
        PASSPORT,
        /** Karta pobytu. */
        RESIDENCE_CARD,
        /** Another one with a photograph, such as mDowód of mObywatel. */
        OTHER
    }

    @Activate
    public Verification(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference AccountLetters letters,
            @Reference Audit audit,
            @Reference OpenSessions sessions) {
        this.tables = tables;
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.sessions = sessions;
    }

    /**
     * The account is of this person. Its open windows show at once what they may see now, and a letter tells its owner.
     *
     * @throws pl.otwartagmina.identity.internal.store.NameTaken if another account is of this person already
     */
    public Account verify(
            Acting clerk, Account account, String firstName, String lastName, Pesel pesel, Document document) {
        Account verified = tables.unit().tx(em -> {
            accounts.rename(account.id(), firstName, lastName);
            Account now = accounts.verify(account.id(), pesel);
            audit.record(
                    tables.unit(),
                    AuditRecord.of(clerk, "identity.verify", "account", account.id())
                            .because(document.name().toLowerCase(Locale.ROOT)));
            letters.write(now, "verified");
            return now;
        });
        sessions.changed(verified.person());
        return verified;
    }
}
