package pl.otwartagmina.service.payments.internal.csv;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.TaxComponent;
import pl.otwartagmina.service.payments.internal.WorkingDays;

/**
 * A sort of file: its columns, and what a row of it means. A CSV file is recognised by its header, a JSON file
 * by the name that it begins with.
 *
 * @param name the word for it in reports
 * @param <T> what a row means
 */
public record Sheet<T>(String name, List<Column> columns, RowParser<T> parser) {
    private static final Column ID = Column.required("source_id", "NK-2026-000021-3");
    private static final Column PESEL = Column.required("pesel", "02211307589");
    private static final Column NIP = Column.required("nip", "");
    private static final Column CARD = Column.required("card", "240000021");
    private static final Column YEAR = Column.required("year", "2026");

    /** Dues: one row for each instalment. */
    public static final Sheet<Due> DUES = new Sheet<>(
            "dues",
            List.of(
                    ID,
                    PESEL,
                    NIP,
                    CARD,
                    Column.required("kind", Kind.REAL_ESTATE.code()),
                    Column.optional("decision", "nakaz 2026 12/24"),
                    YEAR,
                    Column.optional("instalment", "3"),
                    Column.optional("instalments", "4"),
                    Column.optional("period", ""),
                    Column.required("due_date", "2026-09-15"),
                    Column.required("principal", "131,00"),
                    Column.required("paid", "0,00"),
                    Column.optional("pending", "0,00"),
                    Column.optional("reminder_cost", "0,00"),
                    Column.required("creditor_account", "34999999991234567890123456"),
                    Column.optional("withdrawn", "")),
            Sheet::due);

    /** Payments that the tax system has booked. */
    public static final Sheet<Payment> PAYMENTS = new Sheet<>(
            "payments",
            List.of(
                    Column.required("source_id", "WB-2026-0004711"),
                    PESEL,
                    NIP,
                    CARD,
                    Column.required("paid_on", "2026-05-14"),
                    Column.required("amount", "129,00"),
                    Column.optional("due_source_id", "NK-2026-000021-2"),
                    Column.optional("overpaid", "0,00"),
                    Column.optional("portal_payment", "")),
            Sheet::payment);

    /** What a tax is made of. */
    public static final Sheet<TaxComponent> COMPONENTS = new Sheet<>(
            "components",
            List.of(
                    Column.required("source_id", "SK-2026-000021-1"),
                    PESEL,
                    NIP,
                    CARD,
                    YEAR,
                    Column.required("name", "Grunty pozostałe"),
                    Column.optional("area", "812"),
                    Column.required("base", "812"),
                    Column.optional("unit", "m²"),
                    Column.required("rate", "0,52"),
                    Column.required("amount", "422,00")),
            Sheet::component);

    /** All sorts. */
    public static final List<Sheet<?>> ALL = List.of(DUES, PAYMENTS, COMPONENTS);

    private static final int ID_LENGTH = 64;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;

    /** Makes a record of a row. */
    @FunctionalInterface
    interface RowParser<T> {
        T parse(Row row, PartyKeys keys) throws BadRow;
    }

    /** The sort of that name. */
    static Optional<Sheet<?>> ofName(String name) {
        return ALL.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    List<String> missingFrom(List<String> header) {
        return columns.stream()
                .filter(Column::required)
                .map(Column::name)
                .filter(name -> !header.contains(name))
                .toList();
    }

    List<String> unknownOf(List<String> header) {
        List<String> known = columns.stream().map(Column::name).toList();
        return header.stream().filter(name -> !known.contains(name)).toList();
    }

    /** The header line and one row, for the operator to fill in. */
    public String template() {
        return header() + "\n" + columns.stream().map(Column::example).collect(Collectors.joining(";")) + "\n";
    }

    /** The header line. */
    public String header() {
        return columns.stream().map(Column::name).collect(Collectors.joining(";"));
    }

    private static Due due(Row row, PartyKeys keys) throws BadRow {
        String code = row.requiredText("kind", 32);
        Kind kind = Kind.ofCode(code).orElseThrow(() -> new BadRow("kind", Reason.Sort.KIND));
        int instalments = row.integer("instalments", 0, 366);
        int instalment = row.integer("instalment", 0, 366);
        if (instalment > instalments || (instalment == 0 && instalments > 0)) {
            throw new BadRow("instalment", Reason.Sort.INSTALMENT);
        }
        Money principal = row.owedAmount("principal");
        Money paid = row.owedAmount("paid");
        if (paid.compareTo(principal) > 0) {
            throw new BadRow("paid", Reason.Sort.PAID);
        }
        Due due = new Due(
                row.requiredText("source_id", ID_LENGTH),
                row.party(keys),
                kind,
                card(row),
                row.text("decision", 80),
                row.integer("year", FIRST_YEAR, LAST_YEAR),
                new Instalment(instalment, instalments, row.text("period", 40)),
                WorkingDays.onOrAfter(row.day("due_date")),
                principal,
                paid,
                row.orZero("pending"),
                row.orZero("reminder_cost"),
                row.account("creditor_account"));
        return row.flag("withdrawn") ? due.withdrawn() : due;
    }

    private static Payment payment(Row row, PartyKeys keys) throws BadRow {
        return new Payment(
                row.requiredText("source_id", ID_LENGTH),
                row.party(keys),
                card(row),
                row.text("due_source_id", ID_LENGTH),
                row.day("paid_on"),
                row.amount("amount"),
                row.orZero("overpaid"),
                row.text("portal_payment", 80));
    }

    private static TaxComponent component(Row row, PartyKeys keys) throws BadRow {
        return new TaxComponent(
                row.requiredText("source_id", ID_LENGTH),
                row.party(keys),
                card(row),
                row.integer("year", FIRST_YEAR, LAST_YEAR),
                row.requiredText("name", 120),
                row.decimal("area", 4),
                row.decimal("base", 4),
                row.text("unit", 20),
                row.decimal("rate", 6),
                row.amount("amount"));
    }

    /** It becomes part of an address, so not every character will do. */
    private static String card(Row row) throws BadRow {
        String card = row.requiredText("card", 40);
        if (!card.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]*") || card.contains("..") || card.contains("//")) {
            throw new BadRow("card", Reason.Sort.CARD);
        }
        return card;
    }
}
