package pl.otwartagmina.service.payments.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Summary;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.testing.database.TestDatabase;

class ModrzewinyTest {
    private static final Pesel RESIDENT = new Pesel("02211307589");
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_same_day_gives_the_same_files() throws IOException {
        LocalDate day = LocalDate.of(2026, 11, 21);
        List<Path> first = Modrzewiny.write(Files.createDirectory(folder.resolve("a")), day, RESIDENT, 300);
        List<Path> second = Modrzewiny.write(Files.createDirectory(folder.resolve("b")), day, RESIDENT, 300);
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i)).hasSameTextualContentAs(second.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027-01-02", "2028-02-29", "2026-12-31"})
    void on_any_day_every_row_is_good_and_the_resident_has_something_of_everything(LocalDate day) throws Exception {
        try (TestDatabase database = TestDatabase.empty(Database.Product.DERBY)) {
            DuesTables tables = new DuesTables(
                    database, Clock.fixed(day.atTime(9, 0).atZone(WARSAW).toInstant(), WARSAW));
            CsvImport importer = new CsvImport(tables, new FakePartyKeys());
            for (Path file : Modrzewiny.write(folder, day, RESIDENT, 200)) {
                assertThat(importer.run(file, fault -> {}, () -> false).firstFaults())
                        .isEmpty();
            }
            Dues dues = new Dues(tables, LateInterest.builtIn());
            PartyKey anna = new FakePartyKeys().of(RESIDENT);
            List<Owed> open = dues.open(anna);
            Summary summary = Summary.of(open, dues.tally(anna, DueFilter.ALL).overpaid());
            assertThat(summary.interest()).isGreaterThan(Money.ZERO);
            assertThat(summary.overdueCount()).isPositive();
            assertThat(summary.next()).isPresent();
            assertThat(summary.overpaid()).isEqualTo(Money.of("12"));
            assertThat(dues.tally(anna, DueFilter.ALL).in(Tab.IN_PROGRESS)).isEqualTo(1);
            assertThat(dues.tally(anna, DueFilter.ALL).in(Tab.PAID)).isGreaterThan(Dues.PAGE);
            assertThat(dues.accounts(anna)).hasSize(4);
        }
    }

    @Test
    void twelve_thousand_taxpayers_have_arrears_and_overpayments() throws IOException {
        List<Path> files = Modrzewiny.write(folder, LocalDate.of(2026, 11, 21), RESIDENT, Modrzewiny.TAXPAYERS);
        try (Stream<String> dues = Files.lines(files.get(0));
                Stream<String> payments = Files.lines(files.get(2))) {
            assertThat(dues.skip(1)
                            .map(line -> line.split(";", -1))
                            .map(cells -> cells[1] + cells[2])
                            .distinct())
                    .hasSize(Modrzewiny.TAXPAYERS);
            assertThat(payments.filter(line -> !line.endsWith(";0,00"))).hasSizeGreaterThan(300);
        }
    }
}
