package pl.otwartagmina.service.payments.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.csv.Sheet;

/** A tax system with one due of Anna's, which books what it hears of and writes its two files. */
final class TaxOffice {
    static final String PESEL = "02211307589";
    static final PartyKey ANNA = new FakePartyKeys().of(new Pesel(PESEL));

    private final String due;
    private final List<String> rows = new ArrayList<>();
    private Money principal;
    private Money paid = Money.ZERO;
    private Money cost = Money.ZERO;
    private boolean withdrawn;
    private Money transferred = Money.ZERO;

    TaxOffice(String principal) {
        this("D1", principal);
    }

    TaxOffice(String due, String principal) {
        this.due = due;
        this.principal = Money.of(principal);
    }

    String due() {
        return due;
    }

    /** What came by transfer. */
    Money transferred() {
        return transferred;
    }

    void takeOver(Object name, String amount) {
        paid = paid.plus(Money.of(amount));
        payment(name, amount, due);
    }

    void creditElsewhere(Object name, String amount) {
        payment(name, amount, "OLDER");
    }

    /** Booked, and nothing on the card needed it. */
    void overpaid(Object name, String amount) {
        rows.add(due + "-P" + rows.size() + ";" + PESEL + ";;240000021;2026-11-11;" + amount + ";" + due + ";" + amount
                + ";" + name);
    }

    void transfer(String amount) {
        paid = paid.plus(Money.of(amount));
        transferred = transferred.plus(Money.of(amount));
        payment("", amount, due);
    }

    void remind(String amount) {
        cost = Money.of(amount);
    }

    void decide(String amount) {
        principal = Money.of(amount);
    }

    void withdraw() {
        withdrawn = true;
    }

    private void payment(Object name, String amount, String of) {
        rows.add(due + "-P" + rows.size() + ";" + PESEL + ";;240000021;2026-11-11;" + amount + ";" + of + ";0;" + name);
    }

    /**
     * A row of payments as it is, of no due.
     *
     * @param taxpayer the cells {@code pesel;nip}
     */
    void row(String id, String taxpayer, String amount, String name) {
        rows.add(id + ";" + taxpayer + ";240000021;2026-11-11;" + amount + ";;0;" + name);
    }

    Path dues(Path folder) throws IOException {
        return file(
                folder,
                Sheet.DUES,
                List.of(due + ";" + PESEL + ";;240000021;real-estate;nakaz;2026;3;4;;2026-11-16;"
                        + principal.amount() + ";" + paid.amount() + ";;" + cost.amount()
                        + ";34999999991234567890123456;" + (withdrawn ? "yes" : "")));
    }

    Path payments(Path folder) throws IOException {
        return file(folder, Sheet.PAYMENTS, rows);
    }

    private static Path file(Path folder, Sheet<?> sheet, List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve(sheet.name() + ".csv"), sheet.header() + "\n" + String.join("\n", rows) + "\n");
    }
}
