package pl.otwartagmina.service.payments.internal.document;

import java.util.Locale;
import pl.otwartagmina.api.document.PrintedDocument;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.slip.Receipt;

/** A receipt on paper (potwierdzenie wpłaty). */
public final class ReceiptPage {
    private final Translations translations;

    public ReceiptPage(Translations translations) {
        this.translations = translations;
    }

    /** The document. */
    public PrintedDocument of(Receipt receipt, Locale language) {
        Body body = new Body(translations, language);
        String title = body.text("payments.receipt.title", receipt.number());
        body.element("h1", title)
                .element(
                        "p",
                        "lead",
                        body.text("payments.receipt.lead", Formats.amount(receipt.total()), receipt.creditor()))
                .markup("<table class=\"pairs\"><tbody>")
                .pair(body.text("payments.receipt.confirmed"), Formats.moment(receipt.confirmed()))
                .pair(body.text("payments.receipt.gateway"), receipt.gateway())
                .pair(body.text("payments.receipt.payer"), receipt.payer());
        if (!receipt.owner().isEmpty()) {
            body.pair(body.text("payments.receipt.owner"), receipt.owner());
        }
        body.pair(body.text("payments.slip.field.recipient"), recipient(receipt));
        receipt.creditorNip().ifPresent(nip -> body.pair(body.text("payments.receipt.nip"), nip.digits()));
        body.pair(body.text("payments.slip.field.account"), receipt.account().grouped())
                .markup("</tbody></table>")
                .element("h2", body.text("payments.receipt.lines"));
        lines(body, receipt);
        body.element("p", body.text("payments.receipt.booking"))
                .element("p", "muted", body.text("payments.receipt.note"));
        return new PrintedDocument(title, language, body.toString());
    }

    private static String recipient(Receipt receipt) {
        return receipt.creditorAddress().isEmpty()
                ? receipt.creditor()
                : receipt.creditor() + ", " + receipt.creditorAddress();
    }

    private static void lines(Body body, Receipt receipt) {
        body.markup("<table><thead><tr>").element("th", body.text("payments.column.due"));
        for (String column : new String[] {"principal", "interest", "costs", "total"}) {
            body.element("th", "amount", body.text("payments.receipt.column." + column));
        }
        body.markup("</tr></thead><tbody>");
        for (Receipt.Line line : receipt.lines()) {
            body.markup("<tr><th scope=\"row\">" + PrintedDocument.text(line.due()));
            if (!line.numbers().isEmpty()) {
                body.markup("<br/>").element("span", "muted", line.numbers());
            }
            body.markup("</th>");
            for (Money amount : new Money[] {line.principal(), line.interest(), line.costs(), line.total()}) {
                body.element("td", "amount", Formats.amount(amount));
            }
            body.markup("</tr>");
        }
        if (receipt.overpayment().isPositive()) {
            last(body, "payments.receipt.overpayment", receipt.overpayment());
        }
        last(body, "payments.receipt.sum", receipt.total());
        body.markup("</tbody></table>");
    }

    private static void last(Body body, String key, Money amount) {
        body.markup("<tr><th scope=\"row\" colspan=\"4\">" + PrintedDocument.text(body.text(key)) + "</th>")
                .element("th", "amount", Formats.amount(amount))
                .markup("</tr>");
    }
}
