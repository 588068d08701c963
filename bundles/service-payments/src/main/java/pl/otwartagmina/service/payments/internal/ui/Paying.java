package pl.otwartagmina.service.payments.internal.ui;

import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.document.Papers;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.Dues;

/**
 * What the screens of paying need.
 *
 * @param list what is owed
 * @param cashier takes the payments
 * @param rounds goes to the gateways, so that no screen waits for them
 * @param gateways that are installed now
 * @param papers what can be printed
 * @param office to which is paid
 * @param accounts of mass payments, to which transfers go; what is paid online does not
 */
public record Paying(
        OneList list,
        Cashier cashier,
        CashierRounds rounds,
        Gateways gateways,
        Papers papers,
        Office office,
        VirtualAccounts accounts) {
    /** The dues of the tax system alone. */
    public Dues dues() {
        return list.imported();
    }

    static boolean mayPay(Acting acting) {
        return acting.may("payments", Mandate.Right.PAY);
    }

    static PartyKey party(Acting acting) {
        return acting.party().orElseThrow(() -> new IllegalStateException("Somebody verified has no party"));
    }

    static String account(Acting acting) {
        return acting.person()
                .map(Person::id)
                .orElseThrow(() -> new IllegalStateException("Somebody verified is nobody"));
    }

    static PaymentOrder.Payer payer(Acting acting, Locale language) {
        return new PaymentOrder.Payer(
                account(acting),
                acting.mandate().map(Mandate::id).orElse(""),
                Optional.empty(),
                acting.origin().address(),
                language);
    }
}
