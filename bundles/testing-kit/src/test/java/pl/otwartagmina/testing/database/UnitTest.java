package pl.otwartagmina.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;

@BothDatabases
class UnitTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    private final Database database;
    private final Unit unit;

    UnitTest(Database database) {
        this.database = database;
        this.unit = database.open(UnitDefinition.of("kit", DueRow.class, DueRow.class));
    }

    @Test
    void what_was_committed_stays() {
        save(DueRow.of(1, "131.00", DAY));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void every_test_begins_with_an_empty_database() {
        assertThat(count()).isZero();
    }

    @Test
    void a_failure_rolls_back() {
        assertThatThrownBy(() -> unit.tx(em -> {
                    em.persist(DueRow.of(1, "131.00", DAY));
                    em.flush();
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");

        assertThat(count()).isZero();
    }

    @Test
    void an_error_rolls_back_as_well() {
        assertThatThrownBy(() -> unit.tx(em -> {
                    em.persist(DueRow.of(1, "131.00", DAY));
                    throw new AssertionError("no");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(count()).isZero();
    }

    @Test
    void inner_work_joins_the_transaction_of_its_thread() {
        assertThatThrownBy(() -> unit.tx(em -> {
                    save(DueRow.of(1, "131.00", DAY));
                    unit.sql(c -> insert(c, 2));
                    assertThat(count()).isEqualTo(2);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(count()).isZero();
    }

    @Test
    void sql_sees_what_tx_has_not_yet_written() {
        int seen = unit.tx(em -> {
            em.persist(DueRow.of(1, "131.00", DAY));
            return unit.sql(UnitTest::rows);
        });

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void a_transaction_whose_part_failed_cannot_be_committed() {
        assertThatThrownBy(() -> unit.tx(em -> {
                    em.persist(DueRow.of(1, "131.00", DAY));
                    try {
                        unit.tx(inner -> {
                            throw new IllegalArgumentException("swallowed");
                        });
                    } catch (IllegalArgumentException swallowed) {
                        return "went on";
                    }
                    return "not reached";
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kit");

        assertThat(count()).isZero();
    }

    @Test
    void after_a_failure_the_thread_begins_anew() {
        assertThatThrownBy(() -> unit.sql(c -> {
                    throw new SQLException("broken");
                }))
                .isInstanceOf(DatabaseUnavailable.class);

        save(DueRow.of(1, "131.00", DAY));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void the_slower_of_two_changes_is_told_so() {
        save(DueRow.of(1, "131.00", DAY));

        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() -> unit.tx(em -> {
                    DueRow mine = em.find(DueRow.class, 1L);
                    mine.amount = new BigDecimal("1.00");
                    onAnotherThread(() -> unit.tx(other -> {
                        other.find(DueRow.class, 1L).amount = new BigDecimal("2.00");
                        return "done";
                    }));
                    return "too late";
                }));

        assertThat(amountOf(1)).isEqualTo("2.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "131.10", "9999999999.99", "-0.05"})
    void amounts_are_exact(String amount) {
        save(DueRow.of(1, amount, DAY));

        assertThat(amountOf(1)).isEqualTo(amount);
    }

    static Stream<Instant> moments_around_the_change_of_clocks() {
        return Stream.of(
                Instant.parse("2026-03-29T00:59:59.999999Z"),
                Instant.parse("2026-03-29T01:00:00Z"),
                Instant.parse("2026-03-29T02:30:00Z"),
                Instant.parse("2026-10-25T00:30:00Z"),
                Instant.parse("2026-10-25T01:30:00.123456Z"),
                Instant.parse("1999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @MethodSource("moments_around_the_change_of_clocks")
    void moments_are_kept_in_utc_whatever_the_zone_of_the_jvm(Instant moment) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Warsaw"));
            DueRow row = DueRow.of(1, "1.00", DAY);
            row.booked = moment;
            save(row);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

            assertThat(unit.<Instant>tx(em -> em.find(DueRow.class, 1L).booked)).isEqualTo(moment);
            assertThat(unit.<Instant>tx(em -> em.createQuery("SELECT MAX(d.booked) FROM Due d", Instant.class)
                            .getSingleResult()))
                    .isEqualTo(moment);
            assertThat(unit.<Long>tx(
                            em -> em.createQuery("SELECT COUNT(d) FROM Due d WHERE d.booked = :booked", Long.class)
                                    .setParameter("booked", moment)
                                    .getSingleResult()))
                    .isEqualTo(1);
            assertThat(unit.<Optional<Instant>>sql(c -> {
                        try (PreparedStatement select = c.prepareStatement("SELECT booked FROM kit_due");
                                ResultSet rows = select.executeQuery()) {
                            rows.next();
                            return Moments.get(rows, 1);
                        }
                    }))
                    .contains(moment);
            assertThat(unit.<String>sql(c -> {
                        try (PreparedStatement select =
                                        c.prepareStatement("SELECT CAST(booked AS VARCHAR(40)) FROM kit_due");
                                ResultSet rows = select.executeQuery()) {
                            rows.next();
                            return rows.getString(1);
                        }
                    }))
                    .startsWith(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                            .toString()
                            .replace('T', ' ')
                            .substring(0, 16));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_moment_may_be_missing() {
        save(DueRow.of(1, "1.00", DAY));

        assertThat(unit.<Boolean>tx(em -> em.find(DueRow.class, 1L).booked == null))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29", "2026-10-25", "2026-12-31", "2028-02-29", "1915-08-05"})
    void days_are_exact(LocalDate day) {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"Europe/Warsaw", "America/Sao_Paulo", "Pacific/Kiritimati"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
                DueRow row = DueRow.of(zone.length(), "1.00", day);
                save(row);
                assertThat(unit.<LocalDate>tx(em -> em.find(DueRow.class, row.id).due))
                        .isEqualTo(day);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_constraint_is_no_outage() {
        save(DueRow.of(1, "1.00", DAY));
        DueRow same = DueRow.of(2, "1.00", DAY);
        same.title = "Rata 1";

        assertThatThrownBy(() -> save(same))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("Database");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_closed_unit_says_so() {
        unit.close();

        assertThatThrownBy(this::count)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kit");
    }

    @Test
    void a_module_without_entities_speaks_sql() {
        Unit plain = database.open(UnitDefinition.of("kit", DueRow.class));

        assertThatThrownBy(() -> plain.sql(c -> {
                    insert(c, 7);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plain.tx(em -> "no entities")).isInstanceOf(IllegalStateException.class);
        assertThat(plain.<Integer>sql(UnitTest::rows)).isZero();
    }

    private void save(DueRow row) {
        unit.tx(em -> {
            em.persist(row);
            return row;
        });
    }

    private int count() {
        return unit.<Long>tx(em ->
                        em.createQuery("SELECT COUNT(d) FROM Due d", Long.class).getSingleResult())
                .intValue();
    }

    private String amountOf(long id) {
        return unit.tx(em -> em.find(DueRow.class, id).amount.toPlainString());
    }

    private static int insert(Connection connection, long id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO kit_due (id, title, amount, due, version) VALUES (?, 'SQL', 1.00, '2026-03-15', 1)")) {
            insert.setLong(1, id);
            return insert.executeUpdate();
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM kit_due");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void onAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
