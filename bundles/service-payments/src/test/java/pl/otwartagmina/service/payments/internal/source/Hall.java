package pl.otwartagmina.service.payments.internal.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.dues.DueAmounts;
import pl.otwartagmina.api.dues.DueLabel;
import pl.otwartagmina.api.dues.DueSource;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.SampleDues;
import pl.otwartagmina.service.payments.internal.bank.TitleWords;

/** A module that lets a hall: knows its dues, hears of payments, and can be as ill-mannered as the test wants. */
public final class Hall implements DueSource {
    private final String id;
    private final Map<String, ModuleDue> dues = new ConcurrentSkipListMap<>();
    private final List<Booked> heard = new CopyOnWriteArrayList<>();
    private final List<ModuleDue> strays = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Runnable mood = () -> {};

    public Hall() {
        this("hall");
    }

    public Hall(String id) {
        this.id = id;
    }

    /** Anna's due of 120,00 zł. */
    public static ModuleDue due(String id, LocalDate day) {
        return due(id, SampleDues.ANNA, day, "120.00", InterestRule.NONE, true);
    }

    public static ModuleDue due(
            String id, PartyKey party, LocalDate day, String principal, InterestRule interest, boolean partPayment) {
        return new ModuleDue(
                id,
                party,
                new DueLabel("hall.due.kind", "hall.due.title", List.of(id), "umowa 7/2026", 2026, Optional.empty()),
                day,
                DueAmounts.of(Money.of(principal)),
                SampleDues.GMINA,
                interest,
                partPayment,
                Set.of());
    }

    public Hall has(ModuleDue... more) {
        for (ModuleDue due : more) {
            dues.put(due.id(), due);
        }
        return this;
    }

    /** The same due, paid to another account of the gmina. */
    public static ModuleDue paidTo(Nrb account, ModuleDue due) {
        return new ModuleDue(
                due.id(),
                due.party(),
                due.label(),
                due.dueDay(),
                due.amounts(),
                account,
                due.interest(),
                due.partPayment(),
                due.counted());
    }

    /** What it answers besides, whoever is asked about. */
    public Hall strays(ModuleDue... more) {
        strays.addAll(List.of(more));
        return this;
    }

    /** Runs before each answer from now on. */
    public void mood(Runnable now) {
        mood = now;
    }

    public List<Booked> heard() {
        return heard;
    }

    public int asked() {
        return asked.get();
    }

    /** From now on the due counts all that was heard of. */
    public void counts() {
        dues.replaceAll((name, due) -> {
            Set<String> counted = new LinkedHashSet<>(due.counted());
            Money paid = due.amounts().paid();
            for (Booked booked : heard) {
                if (booked.due().equals(name) && counted.add(booked.id())) {
                    paid = paid.plus(booked.effect());
                }
            }
            return new ModuleDue(
                    name,
                    due.party(),
                    due.label(),
                    due.dueDay(),
                    new DueAmounts(
                            due.amounts().principal(), paid, due.amounts().costs()),
                    due.creditor(),
                    due.interest(),
                    due.partPayment(),
                    counted);
        });
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<ModuleDue> dues(PartyKey party, int most) {
        asked.incrementAndGet();
        mood.run();
        List<ModuleDue> found = new ArrayList<>(
                dues.values().stream().filter(due -> due.party().equals(party)).toList());
        found.addAll(strays);
        return found;
    }

    @Override
    public Optional<ModuleDue> due(String due) {
        mood.run();
        return Optional.ofNullable(dues.get(due));
    }

    @Override
    public List<ModuleDue> called(Set<String> references) {
        mood.run();
        return Stream.concat(
                        dues.values().stream()
                                .filter(due -> references.contains(TitleWords.bare(due.id()))
                                        || references.contains(
                                                TitleWords.bare(due.label().decision()))),
                        strays.stream())
                .toList();
    }

    @Override
    public void booked(Booked booked) {
        mood.run();
        heard.add(booked);
    }
}
