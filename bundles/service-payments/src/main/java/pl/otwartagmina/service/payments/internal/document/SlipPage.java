package pl.otwartagmina.service.payments.internal.document;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.otwartagmina.api.document.PrintedDocument;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.service.payments.internal.slip.AmountInWords;
import pl.otwartagmina.service.payments.internal.slip.QrCode;
import pl.otwartagmina.service.payments.internal.slip.TransferSlip;

/**
 * Transfer slips in the layout of the Polish form (polecenie przelewu / wpłata gotówkowa), a page each: the 2D code, the
 * part for the bank, the part for the payer.
 *
 * <p>The printed form gives each letter a box, for handwriting. Here a field is one box with running text, so that a screen
 * reader says the label and the words and not letter after letter; only the account keeps its boxes of 2 and 6 × 4 digits.
 * The form is in Polish whatever the language of the reader, because the bank reads it.
 */
public final class SlipPage {
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    private final Translations translations;

    public SlipPage(Translations translations) {
        this.translations = translations;
    }

    /**
     * The document.
     *
     * @param slips at least one
     */
    public PrintedDocument of(List<TransferSlip> slips, Locale language) {
        if (slips.isEmpty()) {
            throw new IllegalArgumentException("Nothing to print");
        }
        Body body = new Body(translations, language);
        for (int i = 0; i < slips.size(); i++) {
            body.markup(i == 0 ? "<div>" : "<div class=\"new-page\">");
            page(body, slips.get(i));
            body.markup("</div>");
        }
        return new PrintedDocument(body.text("payments.slip.title"), language, SlipStyle.CSS, body.toString());
    }

    private void page(Body body, TransferSlip slip) {
        slip.code()
                .ifPresent(code -> body.markup("<img class=\"code\" alt=\""
                        + PrintedDocument.text(
                                body.text("payments.slip.code.alt", Formats.amount(slip.amount()), slip.creditor()))
                        + "\" src=\"" + QrCode.of(code).pngAddress() + "\"/>"));
        body.element("h1", body.text("payments.slip.title"))
                .element("p", "lead", body.text("payments.slip.lead", Formats.amount(slip.amount()), slip.creditor()))
                .element("p", body.text(slip.code().isPresent() ? "payments.slip.how.code" : "payments.slip.how"));
        for (String part : new String[] {"bank", "payer"}) {
            part(new Body(translations, POLISH), slip, part, body);
        }
    }

    /** One of the two parts; they differ in their headings only, as on the form. */
    private static void part(Body form, TransferSlip slip, String part, Body body) {
        form.markup("<div class=\"slip keep\" lang=\"pl\"><div class=\"row\">")
                .element("h2", form.text("payments.slip.part." + part))
                .element("p", "form", form.text("payments.slip.form"))
                .markup("</div>");
        field(form, "recipient", "two", together(slip.creditor(), slip.creditorAddress()));
        form.markup("<p class=\"field\">")
                .element("span", "label", label(form, "account"))
                .markup(" <span class=\"boxes\">")
                .markup(Stream.of(slip.account().grouped().split(" ", -1))
                        .map(group -> "<span class=\"box\">" + group + "</span>")
                        .collect(Collectors.joining(" ")))
                .markup("</span></p><div class=\"row\">");
        field(form, "currency", "narrow", "PLN");
        field(form, "amount", "sum", slip.amount().amount().toPlainString().replace('.', ','));
        field(form, "words", "rest", AmountInWords.of(slip.amount()));
        form.markup("</div>");
        field(form, "payer", "two", together(slip.payer(), slip.payerAddress()));
        field(form, "title", "two", slip.title());
        form.markup("<div class=\"row\">");
        field(form, "signature", "rest empty", "");
        field(form, "stamp", "third empty", "");
        body.markup(form.toString()).markup("</div></div>");
    }

    private static void field(Body form, String name, String style, String value) {
        form.markup("<p class=\"field " + style + "\">")
                .element("span", "label", label(form, name))
                .markup(" ")
                .element("span", "value", value)
                .markup("</p>");
    }

    private static String label(Body form, String name) {
        return form.text("payments.slip.field." + name);
    }

    private static String together(String name, String address) {
        return address.isEmpty() || name.isEmpty() ? name : name + ", " + address;
    }
}
