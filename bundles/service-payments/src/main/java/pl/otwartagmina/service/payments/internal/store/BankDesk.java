package pl.otwartagmina.service.payments.internal.store;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.bank.Assignment;
import pl.otwartagmina.service.payments.internal.bank.BankEntry;
import pl.otwartagmina.service.payments.internal.bank.BankFile;
import pl.otwartagmina.service.payments.internal.bank.BankFileRefused;
import pl.otwartagmina.service.payments.internal.bank.BankReport;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.Fault;
import pl.otwartagmina.service.payments.internal.bank.ImportCount;
import pl.otwartagmina.service.payments.internal.bank.Match;
import pl.otwartagmina.service.payments.internal.bank.StatementReader;
import pl.otwartagmina.service.payments.internal.bank.TakenFile;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.Transfer.State;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.source.SourcedDue;

/**
 * Takes statements of the bank, books what is certain and keeps the rest for clerks. An entry is written down once, whatever
 * files it comes in, and is decided once, whoever is at it; all of its money goes one way or none does.
 */
@Component(service = BankDesk.class, configurationPid = "pl.otwartagmina.payments")
public final class BankDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BankDesk.class);
    private static final int YEARS = 5;

    private final DuesTables tables;
    private final Audit audit;
    private final BankFiles files;
    private final BankEntries entries;
    private final TransferTargets targets;
    private final StatementReader reader;
    private final VirtualAccounts virtualAccounts;

    /** What came of an act. */
    public enum Outcome {
        DONE,
        /** Somebody else has decided meanwhile. */
        ALREADY,
        /** What is owed is not any more what was shown; nothing was done. */
        CHANGED
    }

    /** @throws IllegalArgumentException naming the setting that cannot be read */
    @Activate
    public BankDesk(
            @Reference DuesTables tables,
            @Reference DueSources sources,
            @Reference Audit audit,
            BankSettings.Config config) {
        this(tables, sources, audit, BankSettings.of(config));
    }

    BankDesk(DuesTables tables, DueSources sources, Audit audit, BankSettings settings) {
        this.tables = tables;
        this.audit = audit;
        this.files = new BankFiles(tables);
        this.entries = new BankEntries(tables);
        this.targets = new TransferTargets(tables, sources, settings);
        this.reader = new StatementReader(settings.format());
        this.virtualAccounts = settings.virtualAccounts();
    }

    /**
     * Takes a file: what is new in it is written down in one transaction, then booked where it is certain.
     *
     * @param name of the file
     * @throws BankFileRefused if it is none of a bank; nothing was changed
     */
    public BankReport take(String name, InputStream content, Clerk clerk) throws IOException, BankFileRefused {
        BankFile file = reader.read(content);
        TakenFile taken = Contended.run(() -> together(() -> writeDown(name, file, clerk)));
        bookWhatIsCertain();
        return new BankReport(files.find(taken.id()).orElse(taken), entries.matched(taken.id()), file.faults());
    }

    private TakenFile writeDown(String name, BankFile file, Clerk clerk) {
        List<String> ids = file.entries().stream().map(BankEntry::key).toList();
        ImportCount count = ImportCount.of(file, entries.known(ids)::contains);
        TakenFile taken = new TakenFile(
                UUID.randomUUID().toString(),
                name,
                tables.clock().instant(),
                clerk.name(),
                file.encoding(),
                file.statements().size(),
                count.fresh().size(),
                count.duplicates().size(),
                count.rejected().size(),
                count.fresh().size());
        files.insert(taken, count.rejected());
        entries.insert(taken.id(), count.fresh());
        entries.forget(firstKept());
        audit.record(tables.unit(), clerk.act("payments.bankImport", "bankFile", taken.id()));
        return taken;
    }

    /** Books are kept for five years from the end of the year (art. 74 ust. 2 ustawy o rachunkowości). */
    private LocalDate firstKept() {
        return LocalDate.of(LocalDate.now(tables.clock()).getYear() - YEARS, 1, 1);
    }

    /**
     * Books whatever is certain of what was written down, each entry in a transaction of its own, so that an entry that fails
     * waits and the others do not. What a crash has left goes on with the next file.
     */
    void bookWhatIsCertain() {
        for (String id : together(entries::unseen)) {
            try {
                List<SourcedDue> called = entries.find(id).map(targets::called).orElse(List.of());
                Contended.run(() -> together(() -> entries.claim(id).map(mine -> book(mine, called))));
            } catch (DatabaseUnavailable | IllegalArgumentException failure) {
                LOG.warn("Entry {} of a statement waits: {}", id, failure.toString());
            }
        }
    }

    private State book(Transfer transfer, List<SourcedDue> called) {
        if (!(targets.match(transfer, called) instanceof Match.Certain first)) {
            entries.leaveWaiting(transfer.id());
            return State.WAITING;
        }
        // what it settles may have been paid a moment ago: it is looked at again when nobody else can
        targets.lock(first.target());
        if (targets.match(transfer, called) instanceof Match.Certain certain
                && certain.target().isOfSameAccountAs(first.target())) {
            settle(transfer, certain.target().assignments(), State.MATCHED, "");
            return State.MATCHED;
        }
        entries.leaveWaiting(transfer.id());
        return State.WAITING;
    }

    private void settle(Transfer transfer, List<Assignment> assignments, State state, String by) {
        entries.assign(transfer, assignments, tables.clock().instant());
        entries.decide(transfer.id(), state, by, "", tables.clock().instant());
    }

    /** The accounts of mass payments by which it finds payers; slips name the same. */
    public VirtualAccounts virtualAccounts() {
        return virtualAccounts;
    }

    /** How many files were taken. */
    public int files() {
        return files.count();
    }

    /** Files that were taken, the last first. */
    public List<TakenFile> files(int page, int size) {
        return files.page(page * size, size);
    }

    /** A file that was taken. */
    public Optional<TakenFile> file(String id) {
        return files.find(id);
    }

    /** What of a file was not taken; of a very bad one only the first. */
    public List<Fault> faults(TakenFile file) {
        return files.faults(file.id());
    }

    /** How many transfers a tab has. */
    public int count(TransferTab tab) {
        return entries.count(tab);
    }

    /** A page of a tab, the oldest first; of what is done the last decided. */
    public List<Transfer> transfers(TransferTab tab, int page, int size) {
        return entries.page(tab, page * size, size);
    }

    /** The transfer of that id. */
    public Optional<Transfer> transfer(String id) {
        return entries.find(id);
    }

    /** What it was assigned to. */
    public List<Assignment> assignments(Transfer transfer) {
        return entries.assignments(transfer.id());
    }

    /** The due as a transfer finds it: whatever money is here counts as paid. */
    public Optional<Due> due(Assignment assignment) {
        return targets.due(assignment);
    }

    /** Whom it may be from as things stand now, the best guess first. */
    public List<Match.Target> suggestions(Transfer transfer) {
        return transfer.isOpen() ? targets.suggestions(transfer) : List.of();
    }

    /**
     * Whose a card, or a due of a module, is that a clerk names, and what the law would make of the transfer. Whoever looks is
     * written down.
     */
    public List<Match.Target> look(Clerk clerk, Transfer transfer, String name) {
        List<Match.Target> found = targets.named(transfer, name);
        found.stream()
                .map(target -> target.party().value())
                .distinct()
                .forEach(party -> audit.record(
                        tables.unit(),
                        clerk.act("payments.transferLook", "party", party).because("transfer " + transfer.id())));
        return found;
    }

    /** All dues on a card, or the due of a module, paid ones too: a clerk may want more to go to one than is owed. */
    public List<Due> dues(Match.Target target) {
        return targets.dues(target);
    }

    /** Assigns a transfer as it was shown. */
    public Outcome assign(Clerk clerk, Transfer transfer, Match.Target shown) {
        Predicate<Transfer> holds = targets.holds(shown);
        return decide(transfer, () -> entries.claim(transfer.id()).map(mine -> {
            if (!holds.test(mine)) {
                return Outcome.CHANGED;
            }
            settle(mine, shown.assignments(), State.ASSIGNED, clerk.name());
            record(clerk, "payments.transferAssign", mine, "");
            return Outcome.DONE;
        }));
    }

    /**
     * Splits a transfer over dues as a clerk says; what one of them does not need is surplus.
     *
     * @param amounts they come to the amount of the transfer
     * @throws IllegalArgumentException if they do not
     */
    public Outcome split(Clerk clerk, Transfer transfer, Map<Due, Money> amounts) {
        if (!Assignment.sum(amounts).equals(transfer.entry().amount())
                || amounts.values().stream().anyMatch(amount -> !amount.isPositive())) {
            throw new IllegalArgumentException("The parts do not come to the transfer");
        }
        // in one order, as the cashier does, so that nobody waits for each other for ever
        Map<Due, Supplier<Optional<Due>>> inOrder = new TreeMap<>(comparing(due -> due.source() + " " + due.id()));
        amounts.keySet().forEach(due -> inOrder.put(due, targets.held(due)));
        return decide(transfer, () -> entries.claim(transfer.id()).map(mine -> {
            List<Assignment> parts = new ArrayList<>();
            for (Map.Entry<Due, Supplier<Optional<Due>>> due : inOrder.entrySet()) {
                Optional<Due> now = due.getValue().get();
                if (now.isEmpty()) {
                    return Outcome.CHANGED;
                }
                Money amount = Objects.requireNonNull(amounts.get(due.getKey()));
                parts.add(targets.part(now.get(), amount, mine));
            }
            settle(mine, parts, State.ASSIGNED, clerk.name());
            record(clerk, "payments.transferAssign", mine, "");
            return Outcome.DONE;
        }));
    }

    /** Marks money that is none of the gmina's to be given back. */
    public Outcome giveBack(Clerk clerk, Transfer transfer, String reason) {
        return close(clerk, transfer, State.RETURNED, "payments.transferReturn", reason);
    }

    /** Takes an entry out of the queue that no due is paid with. */
    public Outcome setAside(Clerk clerk, Transfer transfer, String reason) {
        return close(clerk, transfer, State.ASIDE, "payments.transferAside", reason);
    }

    private Outcome close(Clerk clerk, Transfer transfer, State state, String action, String reason) {
        return decide(transfer, () -> entries.claim(transfer.id()).map(mine -> {
            entries.decide(
                    mine.id(), state, clerk.name(), reason, tables.clock().instant());
            record(clerk, action, mine, reason);
            return Outcome.DONE;
        }));
    }

    /** Credits that a reversal may take back, the likeliest first. */
    public List<Transfer> reversedBy(Transfer reversal) {
        return reversal.isReversal() ? entries.reversedBy(reversal) : List.of();
    }

    /** Whether the tax system has taken over what the transfer was booked to, so that it must be undone there too. */
    public boolean isTakenOver(Transfer transfer) {
        return entries.isTakenOver(transfer.id());
    }

    /** The bank took the money of this credit back: what was booked with it is owed again. */
    public Outcome undo(Clerk clerk, Transfer reversal, Transfer credit) {
        if (!reversal.isReversal()
                || !reversal.entry().amount().equals(credit.entry().amount())) {
            throw new IllegalArgumentException("This does not reverse that");
        }
        return decide(reversal, () -> entries.claim(reversal.id()).map(mine -> {
            if (entries.claimCredit(credit.id()).isEmpty()) {
                return Outcome.CHANGED;
            }
            entries.undo(credit.id(), mine.id(), tables.clock().instant());
            entries.decide(
                    credit.id(),
                    State.REVERSED,
                    clerk.name(),
                    "",
                    tables.clock().instant());
            entries.decide(
                    mine.id(), State.REVERSAL, clerk.name(), "", tables.clock().instant());
            record(clerk, "payments.transferUndo", credit, "");
            return Outcome.DONE;
        }));
    }

    private Outcome decide(Transfer transfer, Supplier<Optional<Outcome>> act) {
        Outcome outcome = Contended.run(() -> together(act)).orElse(Outcome.ALREADY);
        if (outcome != Outcome.DONE) {
            LOG.info("Entry {} of a statement: {}", transfer.id(), outcome);
        }
        return outcome;
    }

    private void record(Clerk clerk, String action, Transfer transfer, String reason) {
        audit.record(tables.unit(), clerk.act(action, "transfer", transfer.id()).because(reason));
    }

    /** In one transaction, and one after another. */
    private <T> T together(Supplier<T> work) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement turn =
                    connection.prepareStatement("UPDATE payments_bank_desk SET turns = turns + 1")) {
                turn.executeUpdate();
            }
            return work.get();
        });
    }
}
