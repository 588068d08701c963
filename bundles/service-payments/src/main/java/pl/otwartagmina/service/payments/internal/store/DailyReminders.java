package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Accounts;
import pl.otwartagmina.api.identity.Addressee;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.mail.Post;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueOrigin;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.reminder.Moment;
import pl.otwartagmina.service.payments.internal.reminder.ReminderLetter;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.ReminderRecords.Chosen;

/**
 * Writes to those who chose it, each of them at most once a day. The letter, and that it was written, are one transaction: it
 * goes once, whatever stops the portal and however many nodes it has.
 */
@Component(service = DailyReminders.class)
public final class DailyReminders {
    private static final Logger LOG = LoggerFactory.getLogger(DailyReminders.class);

    /** People are not woken by the portal. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Nobody is reminded of a due after so long, so nobody need know of it. */
    private static final Period KEPT = Period.ofYears(1);

    private final DuesTables tables;
    private final ReminderRecords records;
    private final Accounts accounts;
    private final Post post;
    private final ReminderLetter letter;
    private final OneList list;

    @Activate
    public DailyReminders(
            @Reference DuesTables tables,
            @Reference DueSources sources,
            @Reference Accounts accounts,
            @Reference Post post,
            @Reference Office office,
            @Reference Translations translations) {
        this.tables = tables;
        this.records = new ReminderRecords(tables);
        this.accounts = accounts;
        this.post = post;
        this.letter = new ReminderLetter(office, translations);
        // letters tell of no interest, so it does not matter by which rates
        this.list = new OneList(new Dues(tables, LateInterest.builtIn()), sources, new ModuleBooks(tables, sources));
    }

    /**
     * Looks after all that have not been today; in the morning the first time, and whenever a stop has left some.
     *
     * @return how many letters were written
     */
    public int write() {
        LocalDateTime now = LocalDateTime.now(tables.clock());
        if (now.toLocalTime().isBefore(MORNING)) {
            return 0;
        }
        LocalDate today = now.toLocalDate();
        int letters = 0;
        List<Chosen> some = records.waiting(today, "");
        while (!some.isEmpty()) {
            for (Chosen whose : some) {
                letters += writeTo(whose, today) ? 1 : 0;
            }
            some = records.waiting(today, some.get(some.size() - 1).account());
        }
        records.forget(today.minus(KEPT).atStartOfDay(tables.clock().getZone()).toInstant());
        return letters;
    }

    /** One that fails waits for the next round and holds up nobody. */
    private boolean writeTo(Chosen whose, LocalDate today) {
        try {
            // an account that is closed, or is not this person's any more, is nobody's
            Optional<Addressee> reached = accounts.addressee(whose.account())
                    .filter(one -> one.party().filter(whose.party()::equals).isPresent())
                    .filter(one -> one.email().filter(EmailAddress::isValid).isPresent());
            // modules are asked, so not within the transaction
            List<Due> near = reached.isPresent() ? near(whose, today) : List.of();
            return tables.unit()
                    .sql(connection -> ReminderRecords.claim(connection, whose, today)
                            && reached.isPresent()
                            && write(connection, whose, reached.get(), today, near));
        } catch (RuntimeException failure) {
            LOG.warn("A reminder waits: {}", failure.toString());
            return false;
        }
    }

    private boolean write(Connection connection, Chosen whose, Addressee reached, LocalDate today, List<Due> near)
            throws SQLException {
        Map<Moment, List<Due>> dues = timely(whose, today, near);
        if (dues.isEmpty()) {
            return false;
        }
        for (Map.Entry<Moment, List<Due>> part : dues.entrySet()) {
            for (Due due : part.getValue()) {
                ReminderRecords.sent(
                        connection,
                        whose.account(),
                        due,
                        part.getKey(),
                        tables.clock().instant());
            }
        }
        post.send(
                tables.unit(),
                letter.of(
                        reached.email().orElseThrow(),
                        reached.language(),
                        dues.getOrDefault(Moment.BEFORE, List.of()),
                        dues.getOrDefault(Moment.AFTER, List.of())));
        return true;
    }

    /**
     * What is due about these days; what is paid or under way is not asked for. Of a module that does not answer one is
     * reminded on another day.
     */
    private List<Due> near(Chosen whose, LocalDate today) {
        return list.open(whose.party()).dues().stream()
                .filter(owed -> Tab.UNPAID.has(owed.state()))
                .map(Owed::due)
                .filter(due -> whose.choice().on(today, due.dueDay()).isPresent())
                .toList();
    }

    /** Of what the account was not reminded yet. */
    private Map<Moment, List<Due>> timely(Chosen whose, LocalDate today, List<Due> near) {
        if (near.isEmpty()) {
            return Map.of();
        }
        Set<String> known = records.sent(whose.account()).stream()
                .map(sent -> sent.moment().code() + DueOrigin.name(sent.source(), sent.due()))
                .collect(Collectors.toSet());
        Map<Moment, List<Due>> dues = new TreeMap<>();
        for (Due due : near) {
            whose.choice()
                    .on(today, due.dueDay())
                    .filter(moment -> !known.contains(moment.code() + due.name()))
                    .ifPresent(moment -> dues.computeIfAbsent(moment, one -> new ArrayList<>())
                            .add(due));
        }
        return dues;
    }
}
