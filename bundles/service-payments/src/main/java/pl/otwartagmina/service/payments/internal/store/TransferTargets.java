package pl.otwartagmina.service.payments.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.bank.Assignment;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Match;
import pl.otwartagmina.service.payments.internal.bank.Matching;
import pl.otwartagmina.service.payments.internal.bank.TitleWords;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.source.SourcedDue;

/**
 * What transfers may be for: dues of the tax system, which are in the tables, and those of modules, which are asked. Modules
 * are asked before a transaction; within it what they told is laid beside what was paid here, and held.
 */
final class TransferTargets {
    private final DuesTables tables;
    private final StoredDueSearch imported;
    private final ModuleBooks modules;
    private final Matching matching;

    TransferTargets(DuesTables tables, DueSources sources, BankSettings settings) {
        this.tables = tables;
        this.imported = new StoredDueSearch(tables, settings.lateInterest());
        this.modules = new ModuleBooks(tables, sources);
        this.matching = new Matching(settings.virtualAccounts(), settings.lateInterest(), imported);
    }

    /** Asks modules for dues that the title of a transfer may name. */
    List<SourcedDue> called(Transfer transfer) {
        return transfer.isPayment()
                ? modules.called(TitleWords.references(transfer.entry().title()))
                : List.of();
    }

    /** What a transfer is for, as things stand now. */
    Match match(Transfer transfer, List<SourcedDue> called) {
        return matching.match(transfer.entry(), arrived(called));
    }

    private List<Due> arrived(Collection<SourcedDue> dues) {
        return dues.stream().map(modules::arrived).toList();
    }

    /** Nobody else books what the target is for until the transaction is over. */
    void lock(Match.Target target) {
        target.moduleDue()
                .ifPresentOrElse(
                        due -> modules.lock(target.source(), due), () -> imported.lock(target.party(), target.card()));
    }

    /** Whom it may be from, the best guess first; modules are asked. */
    List<Match.Target> suggestions(Transfer transfer) {
        return suggestions(transfer, called(transfer));
    }

    private List<Match.Target> suggestions(Transfer transfer, List<SourcedDue> called) {
        Match match = match(transfer, called);
        if (match instanceof Match.Certain certain) {
            return List.of(certain.target());
        }
        return match instanceof Match.Suggestions some ? some.targets() : List.of();
    }

    /** Whose a card, or a due of a module, of that number is; modules are asked. */
    List<Match.Target> named(Transfer transfer, String name) {
        String bare = TitleWords.bare(name);
        List<Match.Target> found = new ArrayList<>(matching.ofCard(transfer.entry(), name));
        if (!bare.isEmpty()) {
            found.addAll(matching.ofDues(transfer.entry(), arrived(modules.called(Set.of(bare)))));
        }
        return found;
    }

    /** All dues of a target's account, paid ones too, or the one due of a module, which is asked. */
    List<Due> dues(Match.Target target) {
        if (target.moduleDue().isPresent()) {
            return target.assignments().stream()
                    .flatMap(part -> due(part).stream())
                    .toList();
        }
        return imported.byCards(Set.of(TitleWords.bare(target.card()))).stream()
                .filter(due -> due.party().equals(target.party()) && due.kind() == target.kind())
                .toList();
    }

    /** The due of an assignment; its module is asked. */
    Optional<Due> due(Assignment assignment) {
        return assignment.isOfModule()
                ? modules.find(assignment.source(), assignment.due()).map(modules::arrived)
                : imported.byId(assignment.due());
    }

    /**
     * Asks the target's module, if it is of one.
     *
     * @return within a transaction: holds what the target is for, and tells whether it still comes to what was shown
     */
    Predicate<Transfer> holds(Match.Target shown) {
        Optional<SourcedDue> asked = shown.moduleDue().flatMap(due -> modules.find(shown.source(), due));
        return transfer -> {
            lock(shown);
            Stream<Match.Target> now = shown.moduleDue().isPresent()
                    ? matching.ofDues(transfer.entry(), arrived(asked.stream().toList())).stream()
                    : Stream.concat(
                            suggestions(transfer, List.of()).stream(),
                            matching.ofCard(transfer.entry(), shown.card()).stream());
            return now.anyMatch(shown::assignsTheSameAs);
        };
    }

    /**
     * Asks the due's module, if it is of one.
     *
     * @return within a transaction: holds the due, and tells how it stands; empty if it is not there any more
     */
    Supplier<Optional<Due>> held(Due due) {
        if (due.source().equals(Dues.SOURCE)) {
            return () -> {
                ImportedDues.lock(tables, List.of(due.id()));
                return imported.byId(due.id());
            };
        }
        Optional<SourcedDue> asked = modules.find(due.source(), due.id());
        return () -> {
            modules.lock(due.source(), due.id());
            return asked.map(modules::arrived);
        };
    }

    /** What one due gets of an amount that a clerk means for it alone; what it does not need is surplus. */
    Assignment part(Due due, Money amount, Transfer transfer) {
        LocalDate day = transfer.entry().paymentDay();
        return matching.part(due, amount, day);
    }
}
