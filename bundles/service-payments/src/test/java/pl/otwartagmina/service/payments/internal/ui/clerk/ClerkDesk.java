package pl.otwartagmina.service.payments.internal.ui.clerk;

import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.ImportDesk;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.store.BookingExports;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Imports;
import pl.otwartagmina.service.payments.internal.store.StuckPayments;
import pl.otwartagmina.service.payments.internal.store.Taxpayers;

/** The clerks' screens over a database, for tests. */
public final class ClerkDesk {
    private ClerkDesk() {}

    public static ClerkViews of(DuesTables tables, Audit audit) {
        Imports imports = new Imports(tables, audit);
        FakePartyKeys keys = new FakePartyKeys();
        return new ClerkViews(
                tables,
                new Taxpayers(tables, keys, audit),
                new StuckPayments(tables, audit),
                new BookingExports(tables, audit),
                imports,
                new ImportDesk(new CsvImport(tables, keys), imports),
                new TestTexts());
    }
}
