package pl.otwartagmina.service.payments.internal.ui;

import java.util.List;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.service.payments.internal.store.BankDesk;

/** The screens in which clerks work with statements of the bank. */
public final class BankViews {
    /** Who may see and decide what came to the gmina's accounts. */
    static final Role CLERK = Role.clerk("payments");

    private BankViews() {}

    /** The screens of this desk. */
    public static List<View<?>> of(BankDesk desk) {
        return List.of(
                View.listed(
                                "statements",
                                StatementsView.class,
                                "payments.statements.title",
                                AccessLevel.ACCOUNT,
                                acting -> new StatementsView(desk, acting))
                        .forRole(CLERK),
                View.listed(
                                "transfers",
                                TransfersView.class,
                                "payments.transfers.title",
                                AccessLevel.ACCOUNT,
                                acting -> new TransfersView(desk))
                        .forRole(CLERK),
                View.inner(
                                "transfer",
                                TransferView.class,
                                "payments.entry.title",
                                AccessLevel.ACCOUNT,
                                acting -> new TransferView(desk, acting))
                        .forRole(CLERK));
    }
}
