package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.source.DueSources.Answers;
import pl.otwartagmina.service.payments.internal.source.ModulePayment;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.ModuleBooks;

/**
 * All that a party owes: the dues of the tax system and those that modules contribute, as one list. The tax system's stay
 * where they are, page by page; those of modules are few, and are laid between them.
 *
 * <p>Each question asks the modules once, and the database with at most three statements.
 */
public final class OneList {
    private static final Comparator<Owed> IN_ORDER = Comparator.comparing(
                    (Owed owed) -> owed.due().dueDay())
            .thenComparing(owed -> owed.due().source())
            .thenComparing(owed -> owed.due().id());

    private final Dues imported;
    private final DueSources sources;
    private final ModuleBooks books;

    public OneList(Dues imported, DueSources sources, ModuleBooks books) {
        this.imported = imported;
        this.sources = sources;
        this.books = books;
    }

    /**
     * What is not paid, in order.
     *
     * @param missing ids of modules that did not tell
     */
    public record Open(List<Owed> dues, Set<String> missing) {
        public Open {
            dues = List.copyOf(dues);
        }
    }

    /**
     * A page of the list, with what stands around it.
     *
     * @param summary of all that is open, whatever the filter
     * @param rows of the page
     * @param missing ids of modules that did not tell
     */
    public record Page(Summary summary, Tally tally, List<Owed> rows, Set<String> missing) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** The dues of the tax system alone. */
    public Dues imported() {
        return imported;
    }

    /** The modules that contribute. */
    public DueSources sources() {
        return sources;
    }

    /** Whatever is not paid. */
    public Open open(PartyKey party) {
        Answers answers = sources.ask(party);
        List<ModulePayment> paid = answers.dues().isEmpty() ? List.of() : books.of(party);
        return new Open(open(party, standing(answers, paid)), answers.missing());
    }

    /** One page of a tab. */
    public Page page(PartyKey party, Tab tab, DueFilter filter, int page) {
        Answers answers = sources.ask(party);
        return imported.together(() -> page(answers, party, tab, filter, page));
    }

    private Page page(Answers answers, PartyKey party, Tab tab, DueFilter filter, int page) {
        Dues.Counted counted = imported.count(party, filter, !answers.dues().isEmpty());
        List<Owed> modules = standing(answers, counted.paid());
        Tally tally = counted.tally();
        return new Page(
                Summary.of(open(party, modules), tally.overpaid()),
                with(
                        tally,
                        modules.stream()
                                .filter(owed -> filter.finds(owed.due()))
                                .toList()),
                rows(party, tab, filter, page, modules),
                answers.missing());
    }

    private List<Owed> standing(Answers answers, List<ModulePayment> paid) {
        LocalDate today = imported.today();
        return answers.dues().entrySet().stream()
                .flatMap(module ->
                        module.getValue().stream().map(due -> ModulePayment.standing(module.getKey(), due, paid)))
                .filter(due -> !due.isWithdrawn() || due.pending().isPositive())
                .map(due -> Owed.on(today, due, imported.lateInterest()))
                .toList();
    }

    private List<Owed> open(PartyKey party, List<Owed> modules) {
        List<Owed> unpaid = modules.stream()
                .filter(owed -> owed.state() != DueState.PAID)
                .sorted(IN_ORDER)
                .toList();
        return merge(imported.open(party), unpaid, false);
    }

    private static Tally with(Tally tally, List<Owed> modules) {
        Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
        for (Tab tab : Tab.values()) {
            long more = modules.stream().filter(owed -> tab.has(owed.state())).count();
            counts.put(tab, tally.in(tab) + (int) more);
        }
        return new Tally(counts, tally.overpaid(), tally.importedAt());
    }

    /**
     * Before the page lie so many rows of the tax system as rows of the whole list, or fewer, by as many as modules have at
     * most: from there on they are read, and the others laid between them.
     */
    private List<Owed> rows(PartyKey party, Tab tab, DueFilter filter, int page, List<Owed> modules) {
        boolean lastFirst = tab == Tab.PAID;
        List<Owed> between = modules.stream()
                .filter(owed -> tab.has(owed.state()) && filter.finds(owed.due()))
                .sorted(lastFirst ? IN_ORDER.reversed() : IN_ORDER)
                .toList();
        int begin = page * Dues.PAGE;
        int skipped = Math.max(0, begin - between.size());
        List<Owed> near = imported.rows(party, tab, filter, skipped, begin + Dues.PAGE - skipped);
        return merge(near, between, lastFirst).stream()
                .skip(begin - skipped)
                .limit(Dues.PAGE)
                .toList();
    }

    /**
     * By the last day; of one day the tax system's come first, or last where the last come first. Both stay in the order in
     * which they are, as the database sorts.
     */
    private static List<Owed> merge(List<Owed> taxes, List<Owed> others, boolean lastFirst) {
        List<Owed> all = new ArrayList<>(taxes.size() + others.size());
        int next = 0;
        for (Owed other : others) {
            while (next < taxes.size() && isBefore(taxes.get(next), other, lastFirst)) {
                all.add(taxes.get(next++));
            }
            all.add(other);
        }
        all.addAll(taxes.subList(next, taxes.size()));
        return all;
    }

    private static boolean isBefore(Owed tax, Owed other, boolean lastFirst) {
        int days = tax.due().dueDay().compareTo(other.due().dueDay());
        return lastFirst ? days > 0 : days <= 0;
    }

    /** What a due is made of; a module shows that itself. */
    public List<TaxComponent> components(Due due) {
        return due.source().equals(DueOrigin.IMPORTED) ? imported.components(due) : List.of();
    }
}
