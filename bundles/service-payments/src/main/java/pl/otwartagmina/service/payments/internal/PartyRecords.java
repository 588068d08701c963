package pl.otwartagmina.service.payments.internal;

import java.util.List;

/** All that the portal holds of one party. */
public record PartyRecords(
        List<Due> dues, List<Payment> payments, List<TaxComponent> components, List<PaidTransfer> transfers) {
    public PartyRecords {
        dues = List.copyOf(dues);
        payments = List.copyOf(payments);
        components = List.copyOf(components);
        transfers = List.copyOf(transfers);
    }
}
