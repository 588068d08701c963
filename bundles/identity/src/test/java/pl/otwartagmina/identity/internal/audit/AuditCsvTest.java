package pl.otwartagmina.identity.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.identity.internal.Hmac;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class AuditCsvTest {
    private final Parts parts;
    private final ChainedAudit audit;

    AuditCsvTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        audit = new ChainedAudit(
                parts.tables, new Sealing(new Hmac(new byte[32])), new Anchor(folder.resolve("anchor")));
    }

    @Test
    void more_records_than_are_read_at_once_are_all_there_once_and_none_is_a_formula() throws Exception {
        parts.tables.unit().sql(connection -> {
            for (int i = 0; i < 2500; i++) {
                audit.record(
                        parts.tables.unit(),
                        AuditRecord.by("console", Parts.HOME, "identity.grant", "account", "a" + i)
                                .because("=HYPERLINK(\"http://x\")"));
            }
            return true;
        });
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        AuditCsv.write(file, new AuditTrail(parts.tables, audit), AuditFilter.ALL);

        String text = file.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().skip(1).map(line -> line.split("\",\"")[3]).distinct())
                .hasSize(2500);
        assertThat(text.lines()).hasSize(2501);
        assertThat(text).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").doesNotContain(",\"=");
    }
}
