package pl.otwartagmina.service.payments.internal.store;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Accounts;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Addressee;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.service.payments.internal.reminder.ReminderChoice;

/** What residents choose to be reminded of: of their own dues, whoever else they act for. */
@Component(service = Reminders.class)
public final class Reminders {
    private final DuesTables tables;
    private final ReminderRecords records;
    private final Accounts accounts;
    private final Audit audit;

    @Activate
    public Reminders(@Reference DuesTables tables, @Reference Accounts accounts, @Reference Audit audit) {
        this.tables = tables;
        this.records = new ReminderRecords(tables);
        this.accounts = accounts;
        this.audit = audit;
    }

    /** What the person signed in has chosen. */
    public ReminderChoice of(Acting acting) {
        return records.of(owner(acting).id())
                .map(ReminderRecords.Chosen::choice)
                .orElse(ReminderChoice.NONE);
    }

    /** Where letters to the person go; empty if the account has no address. */
    public Optional<String> address(Acting acting) {
        return accounts.addressee(owner(acting).id()).flatMap(Addressee::email);
    }

    /** Takes the place of what the person has chosen before. */
    public void choose(Acting acting, ReminderChoice choice) {
        Person owner = owner(acting);
        PartyKey own = owner.party()
                .orElseThrow(() -> new IllegalStateException("Somebody verified has no matters of their own"));
        Contended.run(() -> tables.unit().sql(connection -> {
            records.choose(owner.id(), own, choice, tables.clock().instant());
            audit.record(
                    tables.unit(), AuditRecord.of(acting.inOwnName(), "payments.reminders", "account", owner.id()));
            return choice;
        }));
    }

    private static Person owner(Acting acting) {
        return acting.person().orElseThrow(() -> new IllegalStateException("Somebody verified is nobody"));
    }
}
