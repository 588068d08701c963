package pl.otwartagmina.service.payments.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.testing.database.TestDatabase;

class DemoDuesTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final DuesTables tables =
            new DuesTables(database, Clock.fixed(DAY.atTime(9, 0).atZone(WARSAW).toInstant(), WARSAW));
    private final CsvImport importer = new CsvImport(tables, new FakePartyKeys());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_demo_is_filled_once() throws Exception {
        demo("02211307589").awaitEnd();
        assertThat(paid("02211307589")).isPositive();
        // another resident would have other rows, if they were written
        demo("44051401359").awaitEnd();
        assertThat(paid("44051401359")).isZero();
    }

    @Test
    void stopped_at_once_it_leaves_the_rest_for_the_next_start() throws Exception {
        demo("02211307589").stop();
        demo("02211307589").awaitEnd();
        assertThat(tables.imported(Modrzewiny.LAST_FILE)).isTrue();
        assertThat(paid("02211307589")).isPositive();
    }

    private DemoDues demo(String pesel) {
        return new DemoDues(
                tables, importer, Settings.of(DemoDues.Config.class, Map.of("pesel", pesel, "taxpayers", 30)));
    }

    private int paid(String pesel) {
        return new Dues(tables, LateInterest.builtIn())
                .tally(new FakePartyKeys().of(new Pesel(pesel)), DueFilter.ALL)
                .in(Tab.PAID);
    }
}
