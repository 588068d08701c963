package pl.otwartagmina.service.payments.internal.ui;

import java.util.List;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.service.payments.internal.store.Dues;

/** The screens of the module. */
public final class PaymentViews {
    private PaymentViews() {}

    /** The screens over these dues and payments. */
    public static List<View<?>> of(Paying paying) {
        Dues dues = paying.dues();
        return List.of(
                View.first(
                        DuesView.class,
                        "payments.dues.title",
                        AccessLevel.VERIFIED,
                        acting -> new DuesView(paying, acting)),
                View.inner(
                        "accounts",
                        AccountsView.class,
                        "payments.accounts.title",
                        AccessLevel.VERIFIED,
                        acting -> new AccountsView(dues, Paying.party(acting))),
                View.inner(
                        "account",
                        AccountView.class,
                        "payments.account.title",
                        AccessLevel.VERIFIED,
                        acting -> new AccountView(paying, acting)),
                View.inner(
                        "basket",
                        BasketView.class,
                        "payments.basket.title",
                        AccessLevel.VERIFIED,
                        acting -> new BasketView(paying, acting)),
                View.inner(
                        "paid",
                        PaidView.class,
                        "payments.paid.title",
                        AccessLevel.VERIFIED,
                        acting -> new PaidView(paying, acting)),
                View.inner(
                        "history",
                        HistoryView.class,
                        "payments.history.title",
                        AccessLevel.VERIFIED,
                        acting -> new HistoryView(paying, acting)));
    }
}
