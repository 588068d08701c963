package pl.otwartagmina.service.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import pl.otwartagmina.api.document.PdfPrinter;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.HelpTopic;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.ToDo;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Summary;
import pl.otwartagmina.service.payments.internal.document.Papers;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Reminders;
import pl.otwartagmina.service.payments.internal.ui.BankViews;
import pl.otwartagmina.service.payments.internal.ui.DueWords;
import pl.otwartagmina.service.payments.internal.ui.Paying;
import pl.otwartagmina.service.payments.internal.ui.PaymentViews;
import pl.otwartagmina.service.payments.internal.ui.ReminderViews;
import pl.otwartagmina.service.payments.internal.ui.clerk.ClerkViews;

/** Payments (Płatności): what a resident or company owes the gmina. */
@Component(configurationPid = "pl.otwartagmina.payments")
@Designate(ocd = PaymentsService.Config.class)
public final class PaymentsService implements EService {
    private static final int SOON_DAYS = 14;
    private static final int TO_DO_LINES = 5;

    private final OneList list;
    private final Paying paying;
    private final ClerkViews clerks;
    private final BankDesk bank;
    private final Reminders reminders;
    private final Translations translations;

    /** What the operator may set. */
    @ObjectClassDefinition(name = "Payments")
    public @interface Config {
        @AttributeDefinition(
                description =
                        "Rates of late interest and minimums that came after this version, separated by commas, such as"
                                + " 'rate 2026-12-03 9.5' (percent a year) or 'minimum 2027-01-01 9.30' (zloty)")
        String interest() default "";

        @AttributeDefinition(
                description =
                        "Rates of interest on debts of civil law (art. 481 KC) that came after this version, separated by"
                                + " commas, such as 'rate 2026-12-03 9.0' (percent a year)")
        String civilInterest() default "";
    }

    /** @throws IllegalArgumentException naming the line of the configuration that is no rate */
    @Activate
    public PaymentsService(
            @Reference DuesTables tables,
            @Reference Cashier cashier,
            @Reference CashierRounds rounds,
            @Reference Gateways gateways,
            @Reference DueSources sources,
            @Reference BankDesk bank,
            @Reference PdfPrinter printer,
            @Reference Office office,
            @Reference Translations translations,
            @Reference ClerkViews clerks,
            @Reference Reminders reminders,
            Config config) {
        this.list = new OneList(
                new Dues(tables, LateInterest.of(config.interest(), config.civilInterest())),
                sources,
                cashier.modules());
        this.paying = new Paying(
                list, cashier, rounds, gateways, new Papers(printer, translations), office, bank.virtualAccounts());
        this.bank = bank;
        this.translations = translations;
        this.clerks = clerks;
        this.reminders = reminders;
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("payments", Category.MINE, AccessLevel.VERIFIED, "wallet", 10);
    }

    @Override
    public List<View<?>> views() {
        return Stream.of(PaymentViews.of(paying), clerks.of(paying), BankViews.of(bank), ReminderViews.of(reminders))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<String> figure(Acting acting) {
        return acting.party().map(party -> figure(acting.locale(), list.open(party)));
    }

    /** Nobody is told that nothing is owed while somebody has not told. */
    private String figure(Locale locale, OneList.Open open) {
        Summary summary = Summary.of(open.dues(), Money.ZERO);
        String missing = words(locale).modules(open.missing());
        if (summary.count() == 0) {
            return open.missing().isEmpty()
                    ? text(locale, "payments.figure.none")
                    : text(locale, "payments.figure.missing", missing);
        }
        String figure = text(locale, "payments.figure", summary.count(), Formats.amount(summary.toPay()));
        return open.missing().isEmpty() ? figure : text(locale, "payments.figure.partial", figure, missing);
    }

    @Override
    public List<ToDo> toDo(Acting acting) {
        LocalDate soon = list.imported().today().plusDays(SOON_DAYS);
        Stream<ToDo> own = acting.party().map(party -> list.open(party).dues()).orElse(List.of()).stream()
                .filter(owed -> owed.state() != DueState.IN_PROGRESS)
                .filter(owed -> !owed.due().dueDay().isAfter(soon))
                .limit(TO_DO_LINES)
                .map(owed -> line(acting.locale(), owed));
        return Stream.concat(clerks.toDo(acting).stream(), own).toList();
    }

    @Override
    public List<HelpTopic> help() {
        return List.of(topic("dues"), topic("interest"), topic("accounts"));
    }

    @Override
    public void check() {
        list.imported().check();
    }

    private ToDo line(Locale locale, Owed owed) {
        boolean overdue = owed.state() == DueState.OVERDUE;
        DueWords words = words(locale);
        LocalDate day = owed.due().dueDay();
        return new ToDo(
                overdue ? ToDo.Urgency.OVERDUE : ToDo.Urgency.SOON,
                words.title(owed.due()),
                text(locale, "payments.todo.detail", Formats.day(day), words.when(day, owed.day())),
                Formats.amount(owed.toPay()),
                text(locale, "payments.todo.action"),
                overdue ? "?tab=overdue" : "");
    }

    private DueWords words(Locale locale) {
        return new DueWords(locale, (key, arguments) -> text(locale, key, arguments));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return translations.text(locale, key, arguments);
    }

    private static HelpTopic topic(String name) {
        return new HelpTopic("payments.help." + name + ".title", "payments.help." + name + ".text");
    }
}
