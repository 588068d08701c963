package pl.otwartagmina.service.payments.internal.document;

import java.math.BigDecimal;
import java.util.Locale;
import pl.otwartagmina.api.document.PrintedDocument;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.service.payments.internal.RateSpan;
import pl.otwartagmina.service.payments.internal.settlement.Derivation;

/** "Skąd ta kwota?" on paper. */
public final class DerivationPage {
    private final Translations translations;

    public DerivationPage(Translations translations) {
        this.translations = translations;
    }

    /**
     * The document.
     *
     * @param due what it is called, such as "Podatek od nieruchomości, rata 3 z 4"
     * @param numbers its decision and card, empty for none
     */
    public PrintedDocument of(Derivation derivation, String due, String numbers, Locale language) {
        Body body = new Body(translations, language);
        String law = derivation.law().code();
        body.element("h1", body.text("payments.derivation.title"))
                .element("p", "lead", numbers.isEmpty() ? due : body.text("payments.derivation.about", due, numbers))
                .markup("<table class=\"pairs\"><tbody>")
                .pair(body.text("payments.derivation.principal"), Formats.amount(derivation.principal()))
                .pair(body.text("payments.derivation.due-day"), Formats.day(derivation.dueDay()))
                .pair(body.text("payments.derivation.day"), Formats.day(derivation.day()))
                .pair(body.text("payments.derivation.result." + law), Formats.amount(derivation.charged()))
                .markup("</tbody></table>");
        if (derivation.outcome() != Derivation.Outcome.IN_TIME) {
            body.element("h2", body.text("payments.derivation.lines"));
            lines(body, derivation);
        }
        body.element("h2", body.text("payments.derivation.why"))
                .element("p", body.text("payments.derivation.formula." + law))
                .element(
                        "p",
                        body.text(
                                "payments.derivation.outcome." + law + "."
                                        + derivation.outcome().code(),
                                decimal(derivation.exact()),
                                Formats.amount(derivation.minimum()),
                                Formats.amount(derivation.charged())))
                .element("p", "muted", body.text("payments.derivation.basis." + law));
        return new PrintedDocument(body.text("payments.derivation.title"), language, body.toString());
    }

    private static void lines(Body body, Derivation derivation) {
        body.markup("<table><thead><tr>")
                .element("th", body.text("payments.derivation.column.days"))
                .element("th", "amount", body.text("payments.derivation.column.count"))
                .element("th", "amount", body.text("payments.derivation.column.rate"))
                .element("th", "amount", body.text("payments.derivation.column.amount"))
                .markup("</tr></thead><tbody>");
        for (RateSpan span : derivation.spans()) {
            body.markup("<tr>")
                    .element("td", Formats.day(span.from()) + "–" + Formats.day(span.to()))
                    .element("td", "amount", String.valueOf(span.days()))
                    .element("td", "amount", percent(span.percent()))
                    .element("td", "amount", decimal(span.interest(derivation.principal())) + "\u00a0zł")
                    .markup("</tr>");
        }
        body.markup("<tr>")
                .element("th", body.text("payments.derivation.sum"))
                .element("th", "amount", String.valueOf(derivation.days()))
                .element("th", "")
                .element("th", "amount", decimal(derivation.exact()) + "\u00a0zł")
                .markup("</tr></tbody></table>");
    }

    private static String percent(BigDecimal percent) {
        return decimal(percent.stripTrailingZeros().scale() < 0 ? percent.setScale(0) : percent.stripTrailingZeros())
                + "%";
    }

    private static String decimal(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
