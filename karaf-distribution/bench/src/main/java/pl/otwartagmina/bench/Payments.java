package pl.otwartagmina.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.bench.plain.PlainPayments;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.Tab;

/**
 * What payments cost on PostgreSQL, against the same statements by plain JDBC: notifications booked, the list of dues among
 * many, and the import of a file. Without pages and without a container.
 */
final class Payments {
    private static final double OF_VIEW = 2;
    private static final double OF_IMPORT = 2;
    private static final double OF_GROWTH = 1.3;
    private static final int DUES_OF_PARTY = 10;
    private static final int VIEWS = 400;
    private static final int IMPORTS = 5;
    /** A part of the memory, as its manual recommends; as it comes, PostgreSQL is set for machines of twenty years ago. */
    private static final String BUFFERS = "1GB";

    private static final String FILL =
            """
            INSERT INTO payments_due (source_id, party_key, card, kind, decision, tax_year, instalment, instalments, period,
              due_day, principal, paid, pending, reminder_cost, creditor_account, fingerprint, version) SELECT 'D' || n, lpad(to_hex(n %% (%1$d / 10)), 32, '0'), '24' || n, 'real-estate', 'nakaz 2026',
              2026, 1, 4, '', DATE '2026-01-15' + CAST(n %% 300 AS INTEGER), 131, 0, 0, 0, '34999999991234567890123456', '', 1
              FROM generate_series(%2$d, %1$d - 1) AS n""";

    private final EmbeddedPostgres server;
    private final PlainPayments portal;
    private final Random random = new Random(7);

    private Payments(EmbeddedPostgres server, PlainPayments portal) {
        this.server = server;
        this.portal = portal;
    }

    static List<Figure> measure(Places places, boolean quick) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(places.work().resolve("payments"));
        List<Figure> figures = new ArrayList<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", BUFFERS)
                // as the server of an office has it: a commit is on the disk
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (PlainPayments portal = PlainPayments.open(folder, url, new BenchGateway())) {
                Payments payments = new Payments(server, portal);
                figures.addAll(payments.imports(folder, quick ? 20_000 : 100_000));
                figures.addAll(
                        payments.views(quick ? List.of(10_000, 30_000) : List.of(100_000, 1_000_000, 10_000_000)));
                figures.addAll(
                        new Notifications(portal, payments::connection).measure(quick ? 500 : 4000, quick ? 2 : 20));
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        return figures;
    }

    /** In turns, each round another file, so that both sides are warm and their tables grow alike. */
    private List<Figure> imports(Path folder, int rows) throws IOException, SQLException {
        Samples service = new Samples();
        Samples plain = new Samples();
        try (Connection connection = connection()) {
            run(connection, "CREATE TABLE plain_due AS SELECT * FROM payments_due WHERE 1 = 0");
            run(connection, "ALTER TABLE plain_due ADD PRIMARY KEY (source_id)");
            run(connection, "CREATE INDEX plain_due_party ON plain_due (party_key, due_day)");
            run(connection, "CREATE INDEX plain_due_card ON plain_due (party_key, card)");
            for (int round = 0; round < IMPORTS; round++) {
                Path file = dues(folder.resolve("dues" + round + ".csv"), round * rows, rows);
                long began = System.nanoTime();
                portal.importFile(file);
                service.add(millis(began));
                connection.setAutoCommit(false);
                began = System.nanoTime();
                PlainImport.run(connection, file);
                plain.add(millis(began));
                connection.setAutoCommit(true);
            }
            run(connection, "DROP TABLE plain_due");
            run(connection, "DELETE FROM payments_due");
        }
        return List.of(Figure.against(
                "import of " + rows + " dues with a heap of " + heap() + " MB, median of " + IMPORTS,
                "ms",
                service.median(),
                plain.median(),
                OF_IMPORT));
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static Path dues(Path file, int from, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "source_id;pesel;nip;card;kind;decision;year;instalment;instalments;period;due_date;principal;paid;"
                            + "pending;reminder_cost;creditor_account\n");
            for (int i = from; i < from + rows; i++) {
                out.write("I" + i + ";02211307589;;24" + i
                        + ";real-estate;nakaz 2026;2026;1;4;;2026-09-15;131,00;0,00;0,00;"
                        + "0,00;34999999991234567890123456\n");
            }
        }
        return file;
    }

    private List<Figure> views(List<Integer> sizes) throws SQLException {
        List<Figure> figures = new ArrayList<>();
        double first = 0;
        int from = 0;
        try (Connection connection = connection()) {
            for (int size : sizes) {
                run(connection, String.format(FILL, size, from));
                run(connection, "VACUUM ANALYZE payments_due");
                // otherwise what was filled in is still being written while the views are read
                run(connection, "CHECKPOINT");
                from = size;
                int parties = size / DUES_OF_PARTY;
                Samples service = new Samples();
                Samples plain = new Samples();
                for (int i = 0; i < VIEWS; i++) {
                    PartyKey party = new PartyKey(party(random.nextInt(parties)));
                    long began = System.nanoTime();
                    portal.dues().page(party, Tab.UNPAID, DueFilter.ALL, 0);
                    service.add(millis(began));
                    began = System.nanoTime();
                    PlainView.read(connection, party(random.nextInt(parties)));
                    plain.add(millis(began));
                }
                Samples warm = service.part(VIEWS / 4, VIEWS);
                figures.add(Figure.against(
                        "my dues among " + size + " rows, median",
                        "ms",
                        warm.median(),
                        plain.part(VIEWS / 4, VIEWS).median(),
                        OF_VIEW));
                if (first == 0) {
                    first = warm.percentile(95);
                } else {
                    figures.add(Figure.against(
                            "my dues among " + size + " rows against " + sizes.get(0) + ", p95",
                            "ms",
                            warm.percentile(95),
                            first,
                            OF_GROWTH));
                }
            }
        }
        return figures;
    }

    static String party(int number) {
        return String.format("%032x", number);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
