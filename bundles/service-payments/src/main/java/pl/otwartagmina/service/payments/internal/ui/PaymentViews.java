package pl.otwartagmina.service.payments.internal.ui;

import java.util.List;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.service.payments.internal.document.Papers;
import pl.otwartagmina.service.payments.internal.store.Dues;

/** The screens of the module. */
public final class PaymentViews {
    private PaymentViews() {}

    /** The screens over these dues. */
    public static List<View<?>> of(Dues dues, Papers papers) {
        return List.of(
                View.first(
                        DuesView.class,
                        "payments.dues.title",
                        AccessLevel.VERIFIED,
                        acting -> new DuesView(dues, papers, party(acting))),
                View.inner(
                        "accounts",
                        AccountsView.class,
                        "payments.accounts.title",
                        AccessLevel.VERIFIED,
                        acting -> new AccountsView(dues, party(acting))),
                View.inner(
                        "account",
                        AccountView.class,
                        "payments.account.title",
                        AccessLevel.VERIFIED,
                        acting -> new AccountView(dues, papers, party(acting))));
    }

    private static PartyKey party(Acting acting) {
        return acting.party().orElseThrow(() -> new IllegalStateException("Somebody verified has no party"));
    }
}
