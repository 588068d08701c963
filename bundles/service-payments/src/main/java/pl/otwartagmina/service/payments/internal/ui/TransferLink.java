package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.router.RouterLink;
import pl.otwartagmina.api.ui.Texts;

/** The way to a transfer, for clerks. */
public final class TransferLink {
    private TransferLink() {}

    /** @param name what the row is about, for whoever hears the link alone */
    public static RouterLink of(Texts texts, String transfer, String name) {
        RouterLink details = new RouterLink(texts.get("payments.column.details"), TransferView.class, transfer);
        details.addClassName("og-link");
        details.getElement().setAttribute("aria-label", texts.get("payments.details.open", name));
        return details;
    }
}
