package pl.otwartagmina.service.payments.internal.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueOrigin;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.bank.Match.Reason;
import pl.otwartagmina.service.payments.internal.settlement.Claim;
import pl.otwartagmina.service.payments.internal.settlement.Indication;
import pl.otwartagmina.service.payments.internal.settlement.Settlement;
import pl.otwartagmina.service.payments.internal.slip.PaymentTitle;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;

/**
 * Finds out what money that came in is for.
 *
 * <p>It is certain only where two things agree: an own account number (which has check digits), card with kind, year and
 * part, or card or id with an amount that fits. An amount alone is never enough, nor is a card. What was typed by hand must
 * not be spoken against by whom the same account has paid for before.
 */
public final class Matching {
    private static final int MOST_GUESSES = 10;

    /** Shorter words of a title are no ids of dues. */
    private static final Pattern ID = Pattern.compile("(?=.*\\d)\\S{6,64}");

    private final VirtualAccounts virtualAccounts;
    private final LateInterest lateInterest;
    private final DueSearch search;

    public Matching(VirtualAccounts virtualAccounts, LateInterest lateInterest, DueSearch search) {
        this.virtualAccounts = virtualAccounts;
        this.lateInterest = lateInterest;
        this.search = search;
    }

    /**
     * What the entry is for.
     *
     * @param called dues of modules that are called as {@link TitleWords#references} of its title
     */
    public Match match(BankEntry entry, List<Due> called) {
        if (entry.direction() != BankEntry.Direction.CREDIT) {
            return new Match.Nothing();
        }
        Attempt attempt = new Attempt(entry, called);
        return attempt.certain(attempt.byVirtualAccount())
                .or(() -> attempt.certain(attempt.byKey()))
                .or(() -> attempt.certain(attempt.byIdOrCard()))
                .orElseGet(attempt::guess);
    }

    /** Whom a clerk may mean who names a card, and what the law makes of the entry then: one for each levy on the card. */
    public List<Match.Target> ofCard(BankEntry entry, String card) {
        String bare = TitleWords.bare(card);
        if (bare.isEmpty()) {
            return List.of();
        }
        List<Match.Target> targets = new ArrayList<>();
        accounts(search.byCards(Set.of(bare)))
                .forEach((account, dues) ->
                        targets.add(target(entry, new Finding(Reason.CARD, account, dues, List.of()))));
        return targets;
    }

    /** The same for dues of modules. */
    public List<Match.Target> ofDues(BankEntry entry, List<Due> dues) {
        return dues.stream()
                .map(due -> target(entry, Finding.of(Reason.DUE_ID, due, false)))
                .toList();
    }

    /** What one due gets of an amount that a clerk means for it alone; what it does not need is surplus. */
    public Assignment part(Due due, Money amount, LocalDate day) {
        return Assignment.of(due, settle(amount, day, Indication.of(due.kind()), List.of(due)));
    }

    /**
     * One levy of one payer: the law settles within it. A due of a module is one by itself.
     *
     * @param due of a module; empty for an account of the tax system
     */
    private record Account(PartyKey party, String source, String card, Kind kind, String due) {
        static Account of(Due due) {
            boolean imported = due.source().equals(DueOrigin.IMPORTED);
            return new Account(due.party(), due.source(), due.card(), due.kind(), imported ? "" : due.id());
        }
    }

    /**
     * Whom the entry may be from.
     *
     * @param dues all of the account
     * @param meant those that the payer names
     */
    private record Finding(Reason reason, Account account, List<Due> dues, List<Due> meant) {
        static Finding of(Reason reason, Due due, boolean isMeant) {
            return new Finding(reason, Account.of(due), List.of(due), isMeant ? List.of(due) : List.of());
        }

        boolean isSure() {
            return switch (reason) {
                case VIRTUAL_ACCOUNT, MACHINE_KEY, CARD_AND_PART, CARD_AND_AMOUNT -> true;
                // the id, and the amount that belongs to it
                case DUE_ID -> !meant.isEmpty();
                case KNOWN_PAYER, CARD, CONTRADICTION, AMOUNT -> false;
            };
        }
    }

    private final class Attempt {
        private final BankEntry entry;
        private final LocalDate day;
        private final TitleWords words;
        private final Map<Account, List<Due>> cards;
        private final List<Due> called;
        private final List<Finding> findings = new ArrayList<>();

        Attempt(BankEntry entry, List<Due> called) {
            this.entry = entry;
            this.day = entry.paymentDay();
            this.words = TitleWords.of(entry.title());
            this.cards = accounts(search.byCards(words.cards()));
            this.called = called;
        }

        List<Finding> byVirtualAccount() {
            return virtualAccounts.read(entry.account()).map(search::byVirtualAccount).stream()
                    .flatMap(dues -> accounts(dues).entrySet().stream())
                    .map(found -> new Finding(Reason.VIRTUAL_ACCOUNT, found.getKey(), found.getValue(), List.of()))
                    .toList();
        }

        List<Finding> byKey() {
            List<Finding> found = new ArrayList<>();
            cards.forEach((account, dues) -> {
                List<Due> named =
                        dues.stream().filter(due -> words.has(key(due))).toList();
                if (!named.isEmpty()) {
                    found.add(new Finding(Reason.MACHINE_KEY, account, dues, surely(named, dues)));
                }
            });
            called.stream()
                    .filter(due -> words.has(key(due)) && isPayable(due))
                    .map(due -> Finding.of(Reason.MACHINE_KEY, due, true))
                    .forEach(found::add);
            return found;
        }

        /** Whether the money can be for it: it came to its account, the name is not cut off, and it is no part of a whole. */
        private boolean isPayable(Due due) {
            Money toPay = Owed.on(day, due, lateInterest).toPay();
            return entry.account().equals(due.creditor())
                    && (entry.amount().equals(toPay)
                            || !words.endsWith(key(due))
                                    && (due.origin().partPayment()
                                            || entry.amount().compareTo(toPay) > 0));
        }

        /** A decision may be that of several dues: the one to which the amount belongs is meant. */
        private List<Finding> byName() {
            List<Due> fitting = called.stream()
                    .filter(due -> entry.account().equals(due.creditor()) && fits(List.of(due)))
                    .toList();
            return fitting.size() == 1
                    ? List.of(Finding.of(Reason.DUE_ID, fitting.get(0), true))
                    : called.stream()
                            .map(due -> Finding.of(Reason.DUE_ID, due, false))
                            .toList();
        }

        /** Which dues are meant; none where "R1" may be the beginning of "R12", cut off or split. */
        private List<Due> surely(List<Due> named, List<Due> dues) {
            boolean doubtful = named.stream().anyMatch(due -> dues.stream()
                    .filter(other -> !other.equals(due) && key(other).startsWith(key(due)))
                    .anyMatch(other -> named.contains(other) || words.endsWith(key(due))));
            return doubtful ? List.of() : named;
        }

        List<Finding> byIdOrCard() {
            List<Finding> found = new ArrayList<>(byName());
            byIds().forEach((account, dues) -> found.add(
                    new Finding(Reason.DUE_ID, account, whole(account, dues), fits(dues) ? dues : List.of())));
            cards.forEach((account, dues) -> {
                List<Due> named = dues.stream().filter(this::namesPart).toList();
                found.add(new Finding(reason(account, dues, named), account, dues, named));
            });
            return found;
        }

        private Reason reason(Account account, List<Due> dues, List<Due> named) {
            if (words.contradicts(account.kind())) {
                return Reason.CONTRADICTION;
            }
            if (named.size() == 1) {
                return Reason.CARD_AND_PART;
            }
            return fits(dues) ? Reason.CARD_AND_AMOUNT : Reason.CARD;
        }

        private boolean namesPart(Due due) {
            int number = due.instalment().number();
            return number > 0 && words.namesPart(number, due.year());
        }

        private Map<Account, List<Due>> byIds() {
            return accounts(Stream.of(entry.title().split("[\\s,;]+", -1))
                    .filter(word -> ID.matcher(word).matches())
                    .flatMap(word -> search.byId(word).stream())
                    .toList());
        }

        /** With older dues, because the law does not let them wait. */
        private List<Due> whole(Account account, List<Due> some) {
            return accounts(search.byCards(Set.of(TitleWords.bare(account.card()))))
                    .getOrDefault(account, some);
        }

        /** Only one payer may be found; two of them are a clerk's. */
        Optional<Match> certain(List<Finding> found) {
            findings.addAll(found);
            boolean one = found.stream().map(Finding::account).distinct().count() == 1;
            return found.stream()
                    .filter(finding -> one && finding.isSure() && !speaksAgainst(finding))
                    .min(Comparator.comparing(Finding::reason))
                    .map(finding -> new Match.Certain(target(entry, finding)));
        }

        /** Who typed a card by hand, and has paid for others only so far, may have mistyped it. */
        private boolean speaksAgainst(Finding finding) {
            boolean byHand = finding.reason() == Reason.CARD_AND_PART || finding.reason() == Reason.CARD_AND_AMOUNT;
            List<Due> known = byHand ? search.byCounterAccount(entry.counterAccount()) : List.of();
            return !known.isEmpty()
                    && known.stream().noneMatch(due -> due.party()
                            .equals(finding.account().party()));
        }

        Match guess() {
            accounts(search.byCounterAccount(entry.counterAccount())).forEach((account, dues) -> {
                if (fits(dues)) {
                    findings.add(new Finding(Reason.KNOWN_PAYER, account, dues, List.of()));
                }
            });
            accounts(search.byAmount(entry.amount(), day))
                    .forEach((account, dues) -> findings.add(new Finding(Reason.AMOUNT, account, dues, List.of())));
            Map<Account, Finding> best = new LinkedHashMap<>();
            findings.stream()
                    .sorted(Comparator.comparing(Finding::reason))
                    .forEach(finding -> best.putIfAbsent(finding.account(), finding));
            return best.isEmpty()
                    ? new Match.Nothing()
                    : new Match.Suggestions(best.values().stream()
                            .limit(MOST_GUESSES)
                            .map(finding -> target(entry, finding))
                            .toList());
        }

        /** Whether it is what one due comes to, or all that are late, or all. */
        private boolean fits(List<Due> dues) {
            List<Owed> open =
                    owed(dues).filter(owed -> owed.toPay().isPositive()).toList();
            Money late = sum(open.stream().filter(owed -> owed.due().dueDay().isBefore(day)));
            return Stream.concat(open.stream().map(Owed::toPay), Stream.of(late, sum(open.stream())))
                    .anyMatch(entry.amount()::equals);
        }

        private Stream<Owed> owed(List<Due> dues) {
            return dues.stream().map(due -> Owed.on(day, due, lateInterest));
        }
    }

    private Match.Target target(BankEntry entry, Finding finding) {
        Account account = finding.account();
        Indication wish = Indication.of(
                account.kind(), finding.meant().stream().map(Due::id).toList());
        Settlement settlement = settle(entry.amount(), entry.paymentDay(), wish, finding.dues());
        List<Assignment> assignments = account.due().isEmpty()
                ? Assignment.of(settlement, account.party(), account.card(), account.kind())
                : List.of(Assignment.of(finding.dues().get(0), settlement));
        return new Match.Target(
                finding.reason(), account.source(), account.party(), account.card(), account.kind(), assignments);
    }

    /** @param dues of one account; at least one */
    private Settlement settle(Money amount, LocalDate day, Indication wish, List<Due> dues) {
        List<Claim> claims = dues.stream()
                .map(due -> Claim.of(Owed.on(day, due, lateInterest)))
                .toList();
        // leases and the like are debts of civil law
        return dues.get(0).isSettledLikeTaxes()
                ? Settlement.ofTaxes(amount, day, wish, claims)
                : Settlement.ofCivilDebts(amount, day, wish, claims);
    }

    private static String key(Due due) {
        return TitleWords.bare(PaymentTitle.key(due));
    }

    private static Money sum(Stream<Owed> owed) {
        return owed.map(Owed::toPay).reduce(Money.ZERO, Money::plus);
    }

    private static Map<Account, List<Due>> accounts(List<Due> dues) {
        Map<Account, List<Due>> accounts = new LinkedHashMap<>();
        for (Due due : dues) {
            accounts.computeIfAbsent(Account.of(due), account -> new ArrayList<>())
                    .add(due);
        }
        return accounts;
    }
}
