package pl.otwartagmina.service.payments.internal.console;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import pl.otwartagmina.service.payments.internal.InterestRates;

/** {@code payments:rates}: by which rates late interest is reckoned, and new ones when the law changes them. */
@Service
@Command(
        scope = "payments",
        name = "rates",
        description = "Shows the latest rates of late interest, and takes new ones when the law changes them.")
public final class RatesCommand implements Action {
    private static final String PID = "pl.otwartagmina.payments";
    private static final String TAX = "interest";
    private static final String CIVIL = "civilInterest";
    /** No rate of the law was ever near it: a point that was forgotten. */
    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(50);

    @Reference
    @Nullable
    ConfigurationAdmin settings;

    @Reference
    @Nullable
    Session session;

    @Option(name = "--tax", description = "From a day, percent a year on taxes and fees: --tax '2026-12-03 9.5'")
    String tax = "";

    @Option(name = "--minimum", description = "From a day, tax interest up to which none is charged, in zloty")
    String minimum = "";

    @Option(name = "--civil", description = "From a day, percent a year on debts of civil law, such as rent")
    String civil = "";

    @Override
    public @Nullable Object execute() throws IOException {
        Configuration configuration =
                Objects.requireNonNull(settings, "injected").getConfiguration(PID, null);
        Dictionary<String, Object> values =
                Objects.requireNonNullElseGet(configuration.getProperties(), Hashtable::new);
        String taxes = with(with(text(values, TAX), "rate", tax), "minimum", minimum);
        String debts = with(text(values, CIVIL), "rate", civil);
        // what cannot be read is refused here, not when the module starts with it
        InterestRates ofTaxes = sound(InterestRates.builtIn(taxes.split(",", -1)));
        InterestRates ofDebts = sound(InterestRates.civil(debts.split(",", -1)));
        if (!taxes.equals(text(values, TAX)) || !debts.equals(text(values, CIVIL))) {
            values.put(TAX, taxes);
            values.put(CIVIL, debts);
            configuration.update(values);
        }
        print(ofTaxes, ofDebts);
        return null;
    }

    private static String text(Dictionary<String, Object> values, String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString().strip();
    }

    /** The settings with one line more, in the place of one of the same day. */
    private static String with(String lines, String word, String added) {
        if (added.isBlank()) {
            return lines;
        }
        String line =
                word + " " + String.join(" ", added.strip().split("\\s+", -1)).replace(',', '.');
        String day = line.substring(0, line.lastIndexOf(' ') + 1);
        List<String> all = new ArrayList<>(Arrays.stream(lines.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !one.startsWith(day))
                .toList());
        all.add(line);
        return String.join(", ", all);
    }

    private static InterestRates sound(InterestRates rates) {
        rates.percents().forEach((day, percent) -> {
            if (percent.signum() < 0 || percent.compareTo(TOO_MUCH) > 0) {
                throw new IllegalArgumentException("No law charges " + percent + " percent; write for example 9.5");
            }
        });
        return rates;
    }

    private void print(InterestRates taxes, InterestRates debts) {
        ShellTable table = new ShellTable();
        List.of("What", "From", "Value").forEach(table::column);
        rows(table, "tax, percent", taxes.percents());
        rows(table, "tax, minimum", taxes.minimums());
        rows(table, "civil, percent", debts.percents());
        table.print(Objects.requireNonNull(session, "injected").getConsole());
    }

    /** The last two of each: what held until now, what holds or is to come. */
    private static void rows(ShellTable table, String what, Map<LocalDate, ?> dated) {
        dated.entrySet().stream().skip(Math.max(0, dated.size() - 2)).forEach(one -> table.addRow()
                .addContent(what, one.getKey(), one.getValue()));
    }
}
