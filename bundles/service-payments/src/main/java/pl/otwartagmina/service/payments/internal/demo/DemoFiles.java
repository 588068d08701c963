package pl.otwartagmina.service.payments.internal.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.csv.Sheet;

/** Writes the three files that the importer reads. */
final class DemoFiles implements AutoCloseable {
    private final Path folder;
    private final BufferedWriter dues;
    private final BufferedWriter payments;
    private final BufferedWriter components;
    private int number;

    DemoFiles(Path folder) throws IOException {
        this.folder = folder;
        this.dues = open("dues", Sheet.DUES);
        this.payments = open("payments", Sheet.PAYMENTS);
        this.components = open("components", Sheet.COMPONENTS);
    }

    /** The files, those first that people want to see first. */
    List<Path> paths() {
        return List.of(path("dues"), path("components"), path("payments"));
    }

    /**
     * Somebody's account of one kind.
     *
     * @param taxpayer the cells {@code pesel;nip}
     */
    record Card(String taxpayer, Kind kind, String number, String decision, Nrb account) {}

    /** How much of a due was paid, is on its way, and was added for a reminder. */
    record Settled(Money paid, Money pending, Money reminderCost) {
        static final Settled NOT = new Settled(Money.ZERO, Money.ZERO, Money.ZERO);

        static Settled fully(Money amount) {
            return new Settled(amount, Money.ZERO, Money.ZERO);
        }
    }

    /** @return the due's id */
    String due(Card card, int year, Instalment part, LocalDate day, Money principal, Settled settled)
            throws IOException {
        String id = "D" + ++number;
        line(
                dues,
                id,
                card.taxpayer(),
                card.number(),
                card.kind().code(),
                card.decision().replace("RRRR", String.valueOf(year)),
                year,
                part.number() == 0 ? "" : part.number(),
                part.of() == 0 ? "" : part.of(),
                part.period(),
                day,
                cell(principal),
                cell(settled.paid()),
                cell(settled.pending()),
                cell(settled.reminderCost()),
                card.account().digits(),
                "");
        return id;
    }

    void payment(Card card, String dueId, LocalDate day, Money amount, Money surplus) throws IOException {
        line(payments, "P" + ++number, card.taxpayer(), card.number(), day, cell(amount), dueId, cell(surplus), "");
    }

    void component(Card card, int year, String name, String area, String base, String unit, String rate, Money amount)
            throws IOException {
        line(
                components,
                "C" + ++number,
                card.taxpayer(),
                card.number(),
                year,
                name,
                area,
                base,
                unit,
                rate,
                cell(amount));
    }

    private BufferedWriter open(String name, Sheet<?> sheet) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(path(name));
        writer.write(sheet.header() + "\n");
        return writer;
    }

    private Path path(String name) {
        return folder.resolve(name(name));
    }

    static String name(String sheet) {
        return "modrzewiny-" + sheet + ".csv";
    }

    private static String cell(Money money) {
        return money.amount().toPlainString().replace('.', ',');
    }

    private static void line(BufferedWriter writer, Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            writer.write((i == 0 ? "" : ";") + cells[i]);
        }
        writer.write('\n');
    }

    @Override
    public void close() throws IOException {
        try (dues;
                payments;
                components) {
            dues.flush();
        }
    }
}
