package pl.otwartagmina.service.payments.internal.ui;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.otwartagmina.api.dues.DueLabel;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;

/** How dues are spoken of in the language of the reader. */
public final class DueWords {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final String[] ROMAN = {"I", "II", "III", "IV"};
    private static final String NOTHING = "–";
    /** As long as a line of an order may be. */
    private static final int LONGEST = 200;

    private final Locale locale;
    private final Messages messages;

    /** Where the texts come from: a view's or the portal's. */
    @FunctionalInterface
    public interface Messages {
        String text(String key, Object... arguments);
    }

    public DueWords(Locale locale, Messages messages) {
        this.locale = locale;
        this.messages = messages;
    }

    /** "Podatek od nieruchomości". */
    public String kind(Kind kind) {
        return messages.text("payments.kind." + kind.code());
    }

    /** "Podatek od nieruchomości", or the title that its module gives a due. */
    public String heading(Due due) {
        return due.origin().label().map(this::title).orElseGet(() -> kind(due.kind()));
    }

    private String title(DueLabel label) {
        String title = messages.text(label.title(), label.arguments().toArray());
        return title.length() > LONGEST ? title.substring(0, LONGEST) : title;
    }

    /** Names of modules, as their tiles have them: "Woda i ścieki, Rezerwacje". */
    public String modules(Collection<String> ids) {
        return ids.stream().map(id -> messages.text(id + ".title")).sorted().collect(Collectors.joining(", "));
    }

    /** "Podatek od nieruchomości, rata 3 z 4". */
    public String title(Due due) {
        Optional<DueLabel> label = due.origin().label();
        if (label.isPresent()) {
            return title(label.get());
        }
        String part = instalment(due.instalment());
        return part.isEmpty()
                ? kind(due.kind())
                : messages.text("payments.title.part", kind(due.kind()), part.toLowerCase(locale));
    }

    /** The title where others may read it; of a module only what sort of due it is, since its titles may name people. */
    public String discreet(Due due) {
        return due.origin().label().map(label -> messages.text(label.kind())).orElseGet(() -> title(due));
    }

    /** "Rata 3 z 4", "Listopad 2026", "IV kwartał 2026", or nothing. */
    public String instalment(Instalment part) {
        if (part.number() > 0) {
            return messages.text("payments.instalment", String.valueOf(part.number()), String.valueOf(part.of()));
        }
        Matcher quarter = QUARTER.matcher(part.period());
        if (quarter.matches()) {
            return messages.text("payments.quarter", ROMAN[Integer.parseInt(quarter.group(2)) - 1], quarter.group(1));
        }
        if (MONTH.matcher(part.period()).matches()) {
            String month = DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(YearMonth.parse(part.period()));
            return month.substring(0, 1).toUpperCase(locale) + month.substring(1);
        }
        return part.period();
    }

    /** "nakaz 2026 12/24 · karta 240000021", or "Opłata za salę · umowa 7/2026". */
    public String numbers(Due due) {
        Optional<DueLabel> label = due.origin().label();
        if (label.isPresent()) {
            String kind = messages.text(label.get().kind());
            return due.decision().isEmpty() ? kind : kind + " · " + due.decision();
        }
        return due.decision().isEmpty()
                ? messages.text("payments.card", due.card())
                : messages.text("payments.decision.card", due.decision(), due.card());
    }

    /** "za 12 dni", "dzisiaj", "57 dni po terminie". */
    public String when(LocalDate dueDay, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, dueDay);
        if (days == 0) {
            return messages.text("payments.due.today");
        }
        return messages.text(days > 0 ? "payments.due.in" : "payments.due.late", Math.abs(days));
    }

    /** An amount, or a dash for nothing. */
    public static String amountOrDash(Money money) {
        return money.isZero() ? NOTHING : Formats.amount(money);
    }

    /** Interest, a dash for none, and where the office counts it words that say so. */
    public String interest(Optional<Money> interest) {
        return interest.map(DueWords::amountOrDash).orElseGet(() -> messages.text("payments.interest.office"));
    }
}
