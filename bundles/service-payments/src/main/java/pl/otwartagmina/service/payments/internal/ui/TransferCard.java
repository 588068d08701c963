package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.order.Basket;
import pl.otwartagmina.service.payments.internal.slip.PaymentTitle;
import pl.otwartagmina.service.payments.internal.slip.TransferSlip;

/** Paying by transfer: the data to be copied, and the slips to be printed. */
final class TransferCard extends Div {
    private static final long serialVersionUID = 1L;
    /** What banks carry is Polish, whatever the payer reads. */
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    private final Texts texts;
    private final transient Paying paying;
    private final transient Acting acting;

    TransferCard(Texts texts, Paying paying, Acting acting) {
        this.texts = texts;
        this.paying = paying;
        this.acting = acting;
        addClassName("og-card");
    }

    /** For these amounts; nothing while one of them is wrong. */
    void show(Optional<Basket> basket) {
        removeAll();
        setVisible(basket.isPresent());
        if (basket.isEmpty()) {
            return;
        }
        List<TransferSlip> slips = basket.get().rows().stream().map(this::slip).toList();
        add(new H2(texts.get("payments.transfer.title")), new Paragraph(texts.get("payments.transfer.text")));
        slips.forEach(slip -> add(
                new H3(slip.title()),
                new Details()
                        .with(texts.get("payments.transfer.creditor"), slip.creditor())
                        .with(texts.get("payments.transfer.address"), slip.creditorAddress())
                        .with(
                                texts.get("payments.transfer.account"),
                                slip.account().grouped())
                        .with(texts.get("payments.transfer.amount"), Formats.amount(slip.amount()))
                        .with(texts.get("payments.transfer.name"), slip.title())));
        Div actions = new Div(new PdfLink(
                texts.get("payments.transfer.print"), texts.get("payments.transfer.file"), () -> paying.papers()
                        .slips(slips, texts.locale())));
        actions.addClassName("og-actions");
        add(actions);
    }

    private TransferSlip slip(Basket.Row row) {
        Due due = row.owed().due();
        String payer = acting.mandate()
                .map(Mandate::principalName)
                .or(() -> acting.person().map(person -> person.name()))
                .orElse("");
        String creditor = paying.office().name(POLISH);
        return new TransferSlip(
                paying.office().nip(),
                creditor,
                TransferSlip.addressBeside(creditor, paying.office().address()),
                paying.accounts().payTo(due),
                row.amount(),
                PaymentTitle.of(due, payer),
                payer,
                "");
    }
}
