package pl.otwartagmina.service.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.service.payments.internal.ImportDesk;
import pl.otwartagmina.service.payments.internal.clerk.LookUp;
import pl.otwartagmina.service.payments.internal.clerk.Stuck;
import pl.otwartagmina.service.payments.internal.clerk.TaxpayerNumber;
import pl.otwartagmina.service.payments.internal.csv.Reason;
import pl.otwartagmina.service.payments.internal.order.OrderEvent;
import pl.otwartagmina.service.payments.internal.order.RefundState;
import pl.otwartagmina.service.payments.internal.store.Refunds;

/** Keys that the clerks' screens put together. */
final class ClerkTexts {
    private ClerkTexts() {}

    static List<String> all() {
        List<String> keys = new ArrayList<>();
        LookUp.KINDS.forEach(kind -> keys.add("audit.reason." + kind));
        Stream.of(Stuck.Kind.values()).forEach(kind -> {
            keys.add("stuck.kind." + kind.code());
            keys.add("stuck.kind." + kind.code() + ".advice");
        });
        Stream.of(TaxpayerNumber.Sort.values()).forEach(sort -> keys.add("taxpayer.by." + sort.code()));
        Stream.of(OrderEvent.Cause.values()).forEach(cause -> keys.add("cause." + lower(cause)));
        Stream.of(Standing.State.values()).forEach(state -> keys.add("said." + lower(state)));
        Stream.of(RefundState.values()).forEach(state -> keys.add("refund.state." + state.code()));
        Stream.of(Refunds.Refusal.values()).forEach(refusal -> keys.add("refund.refused." + refusal.code()));
        Stream.of(ImportDesk.State.values()).forEach(state -> keys.add("imports.state." + state.code()));
        Stream.of(Reason.Sort.values()).forEach(sort -> keys.add("fault." + sort.code()));
        return keys;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
