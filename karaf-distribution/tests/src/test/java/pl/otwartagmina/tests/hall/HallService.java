package pl.otwartagmina.tests.hall;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.dues.DueAmounts;
import pl.otwartagmina.api.dues.DueLabel;
import pl.otwartagmina.api.dues.DueSource;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.api.value.Pesel;

/** The resident of the demo has rented the hall three times, and pays for it whole. What it hears it knows as long as it is there. */
@Component(service = {EService.class, DueSource.class})
public final class HallService implements EService, DueSource {
    private static final Money RENT = Money.of("120.00");
    private static final Nrb ACCOUNT = Nrb.ofBban("999999991234567890123456");

    private final String run;
    private final PartyKey renter;
    private final LocalDate tomorrow;
    private final Map<String, Booked> heard = new ConcurrentSkipListMap<>();

    @Activate
    public HallService(BundleContext context, @Reference PartyKeys keys, @Reference Clock clock) {
        // dues have their ids for ever, so each run of the test has its own
        this.run = context.getBundle().getHeaders().get("Hall-Run");
        this.renter = keys.of(new Pesel("02211307589"));
        this.tomorrow = LocalDate.now(clock).plusDays(1);
    }

    @Override
    public String id() {
        return "hala";
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("hala", Category.SERVICES, AccessLevel.PUBLIC, "plug", 90);
    }

    @Override
    public List<View<?>> views() {
        return List.of(
                View.first(HallView.class, "hala.title", AccessLevel.PUBLIC, acting -> new HallView(heard.size())));
    }

    @Override
    public List<ModuleDue> dues(PartyKey party, int most) {
        return party.equals(renter) ? rents().toList() : List.of();
    }

    @Override
    public Optional<ModuleDue> due(String id) {
        return rents().filter(due -> due.id().equals(id)).findFirst();
    }

    @Override
    public List<ModuleDue> called(Set<String> references) {
        return rents().filter(due -> references.contains(due.id().replace("-", "")))
                .toList();
    }

    @Override
    public void booked(Booked booked) {
        heard.put(booked.id(), booked);
    }

    private Stream<ModuleDue> rents() {
        return Stream.of("A", "B", "C").map(this::rent);
    }

    private ModuleDue rent(String name) {
        String id = run + "-" + name;
        Map<String, Booked> mine = heard.values().stream()
                .filter(booked -> booked.due().equals(id))
                .collect(Collectors.toMap(Booked::id, booked -> booked));
        Money paid = mine.values().stream().map(Booked::effect).reduce(Money.ZERO, Money::plus);
        return new ModuleDue(
                id,
                renter,
                new DueLabel("hala.due.kind", "hala.due.title", List.of(name), tomorrow.getYear()),
                tomorrow,
                new DueAmounts(RENT, paid, Money.ZERO),
                ACCOUNT,
                InterestRule.NONE,
                false,
                Set.copyOf(mine.keySet()));
    }
}
