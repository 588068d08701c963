package pl.otwartagmina.service.payments.internal.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import pl.otwartagmina.api.document.PdfPrinter;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.settlement.Derivation;
import pl.otwartagmina.service.payments.internal.slip.Receipt;
import pl.otwartagmina.service.payments.internal.slip.TransferSlip;

/** What residents print or keep, as PDF. */
public final class Papers {
    private final PdfPrinter printer;
    private final SlipPage slips;
    private final ReceiptPage receipts;
    private final DerivationPage derivations;
    private final DayReportPage dayReports;

    public Papers(PdfPrinter printer, Translations translations) {
        this.printer = printer;
        this.slips = new SlipPage(translations);
        this.receipts = new ReceiptPage(translations);
        this.derivations = new DerivationPage(translations);
        this.dayReports = new DayReportPage(translations);
    }

    /**
     * Transfer slips, a page each.
     *
     * @param all at least one
     */
    public byte[] slips(List<TransferSlip> all, Locale language) {
        return printer.print(slips.of(all, language));
    }

    /** A receipt. */
    public byte[] receipt(Receipt receipt, Locale language) {
        return printer.print(receipts.of(receipt, language));
    }

    /**
     * How interest comes about.
     *
     * @param due what it is called, such as "Podatek od nieruchomości, rata 3 z 4"
     * @param numbers its decision and card, empty for none
     */
    public byte[] derivation(Derivation derivation, String due, String numbers, Locale language) {
        return printer.print(derivations.of(derivation, due, numbers, language));
    }

    /**
     * What was booked on some days, for the office.
     *
     * @param gateways the name of a gateway by its id
     */
    public byte[] reports(
            List<DayReport> reports, LocalDate from, LocalDate to, Locale language, UnaryOperator<String> gateways) {
        return printer.print(dayReports.of(reports, from, to, language, gateways));
    }
}
