package pl.otwartagmina.service.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.bank.BankEntry;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.clerk.Surplus;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.reminder.Moment;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("\"(payments\\.[a-z.-]+[a-z])\"");
    private final TestTexts texts = new TestTexts();

    @Test
    void the_three_languages_have_the_same_keys_and_no_empty_text() {
        Set<String> polish = texts.all(TestTexts.POLISH).keySet();
        for (Locale language : TestTexts.LANGUAGES) {
            assertThat(texts.all(language).keySet()).isEqualTo(polish);
            assertThat(texts.all(language).values()).noneMatch(String::isBlank);
        }
        assertThat(polish).allMatch(key -> key.startsWith("payments."));
    }

    @Test
    void no_key_stands_twice_in_a_file() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/i18n"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllLines(file))
                        .filteredOn(line -> line.startsWith("payments."))
                        .extracting(line -> line.substring(0, line.indexOf('=')).strip())
                        .as(file.toString())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void every_text_takes_the_same_arguments_in_all_languages() {
        texts.all(TestTexts.POLISH).forEach((key, polish) -> {
            for (Locale language : TestTexts.LANGUAGES) {
                MessageFormat format =
                        new MessageFormat(texts.all(language).getOrDefault(key, ""), ULocale.forLocale(language));
                assertThat(format.getArgumentNames())
                        .as(key + " in " + language)
                        .isEqualTo(new MessageFormat(polish, ULocale.forLocale(TestTexts.POLISH)).getArgumentNames());
            }
        });
    }

    @Test
    void every_key_that_the_code_names_has_a_text() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        named.removeAll(Set.of(
                "payments.demo",
                "payments.dues",
                "payments.account",
                "payments.accounts",
                "payments.basket",
                "payments.paid",
                "payments.history",
                "payments.day",
                "payments.clerk",
                "payments.taxpayer",
                "payments.journal",
                "payments.handling",
                "payments.stuck",
                "payments.report",
                "payments.export",
                "payments.imports",
                "payments.statements",
                "payments.transfers",
                "payments.entry",
                "payments.reminders",
                // names of threads and addresses
                "payments.rounds",
                "payments.asking"));
        for (String word : Set.of("today", "cancel", "wrong")) {
            named.add("payments.day." + word);
        }
        for (String page : Set.of(
                "dues",
                "account",
                "accounts",
                "basket",
                "paid",
                "history",
                "clerk",
                "taxpayer",
                "journal",
                "handling",
                "stuck",
                "report",
                "export",
                "imports",
                "statements",
                "transfers",
                "entry",
                "reminders")) {
            named.add("payments." + page + ".lead");
        }
        Stream.of(Kind.values()).forEach(kind -> named.add("payments.kind." + kind.code()));
        Stream.of(Surplus.Way.values()).forEach(way -> named.add("payments.taxpayer.surplus." + way.code()));
        Stream.of(DueState.values()).forEach(state -> named.add("payments.state." + state.code()));
        for (OrderState state : OrderState.values()) {
            named.add("payments.order." + state.code());
            named.add("payments.paid.state." + state.code());
        }
        // what the trail says of the acts of this module
        for (String act : Set.of(
                "pay",
                "booked",
                "amount",
                "contradiction",
                "forgery",
                "unknownOrder",
                "refund",
                "refunded",
                "refundFailed",
                "lookup",
                "export",
                "import",
                "imported",
                "alarmSettled")) {
            named.remove("payments." + act);
            named.add("payments.audit." + act);
        }
        ClerkTexts.all().forEach(key -> named.add("payments." + key));
        for (String act : Set.of("Assign", "Return", "Aside", "Undo", "Look")) {
            named.add("payments.audit.transfer" + act);
        }
        named.add("payments.audit.bankImport");
        named.add("payments.audit.reminders");
        for (Moment moment : Moment.values()) {
            named.add("payments.privacy.reminded." + moment.code());
            named.add("payments.reminders.letter." + moment.code());
            named.add("payments.reminders.letter.subject." + moment.code());
        }
        for (Transfer.State state : Transfer.State.values()) {
            named.add("payments.entry.state." + state.code());
        }
        for (BankEntry.Direction direction : BankEntry.Direction.values()) {
            named.add("payments.entry.direction."
                    + direction.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (TransferTab tab : TransferTab.values()) {
            named.add("payments.transfers.tab." + tab.code());
            named.add("payments.transfers.empty." + tab.code() + ".title");
            named.add("payments.transfers.empty." + tab.code() + ".text");
        }
        for (Tab tab : Tab.values()) {
            named.add("payments.tab." + tab.code());
            named.add("payments.empty." + tab.code() + ".title");
            named.add("payments.empty." + tab.code() + ".text");
        }
        assertThat(texts.all(TestTexts.POLISH).keySet()).containsAll(named);
    }

    @ParameterizedTest
    @CsvSource({
        "pl, 1, 1 dzień po terminie",
        "pl, 2, 2 dni po terminie",
        "pl, 22, 22 dni po terminie",
        "uk, 1, 1 день після строку",
        "uk, 3, 3 дні після строку",
        "uk, 11, 11 днів після строку",
        "uk, 21, 21 день після строку",
        "en, 1, 1 day late",
        "en, 2, 2 days late"
    })
    void numbers_are_spoken_rightly(String language, long days, String text) {
        assertThat(texts.text(Locale.forLanguageTag(language), "payments.due.late", days))
                .isEqualTo(text);
    }
}
