package pl.otwartagmina.identity.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.document.PrintedDocument;
import pl.otwartagmina.api.privacy.DataGroup;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Device;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
@Timeout(60)
class DataExportTest {
    private static final String PESEL = "87022243734";

    private final PrivacyParts privacy;
    private final Parts parts;
    private final Account resident;
    private final List<PrintedDocument> printed = new ArrayList<>();
    private final DataExport export;

    DataExportTest(Database database, @TempDir Path folder) {
        privacy = new PrivacyParts(database, folder);
        parts = privacy.parts;
        resident = parts.accounts.verify(parts.account("halina@poczta.pl").id(), new Pesel(PESEL));
        export = new DataExport(
                parts.tables,
                privacy.sections,
                new Parts.Town(),
                PrivacyParts.WORDS,
                document -> {
                    printed.add(document);
                    return document.body().getBytes(StandardCharsets.UTF_8);
                },
                parts.audit());
    }

    @AfterEach
    void close() {
        privacy.close();
    }

    private PersonalReport report() {
        return export.make(PrivacyParts.acting(resident), Locale.forLanguageTag("pl"));
    }

    private String json(PersonalReport report) {
        return new String(export.json(report), StandardCharsets.UTF_8);
    }

    private String page(PersonalReport report) {
        return new String(export.pdf(report), StandardCharsets.UTF_8);
    }

    @Test
    void paired_phones_are_in_it_and_nothing_that_unlocks_them() throws Exception {
        String secret = parts.pairedPhone(resident, "Telefon Haliny", "2580");

        assertThat(json(report())).contains("Telefon Haliny").doesNotContain(secret, "argon2");
    }

    @Test
    void both_files_hold_what_each_module_gave() throws Exception {
        parts.pictures.set(PrivacyParts.acting(resident), PrivacyParts.PIXEL);
        byte[] picture = parts.pictures.of(resident.id()).orElseThrow();
        parts.browsers.add(resident.id(), "a secret", new Device("Firefox", ""), parts.clock.instant());
        PersonalReport report = report();

        assertThat(json(report)).contains("known by water", "known by surveys", "halina@poczta.pl", PESEL, "Firefox");
        assertThat(page(report)).contains("known by water", "known by surveys", "halina@poczta.pl", PESEL);
        assertThat(json(report)).contains(Base64.getEncoder().encodeToString(picture));
        assertThat(printed).singleElement().satisfies(document -> assertThat(document.language())
                .isEqualTo(Locale.forLanguageTag("pl")));
    }

    @Test
    void no_hash_and_no_secret_leaves_the_portal() {
        String all = json(report()) + page(report());

        assertThat(all)
                .doesNotContain("argon2", resident.password().orElseThrow().toString());
    }

    @Test
    void a_module_that_does_not_answer_is_named_in_both_files() {
        privacy.water.mood = FakeSection.Mood.THROWING;
        PersonalReport report = report();

        assertThat(report.missing()).containsExactly("water");
        assertThat(json(report)).contains("\"missing\" : [ \"water\" ]", "known by surveys");
        assertThat(page(report)).contains("identity.export.missing", "known by surveys");
    }

    @Test
    void that_data_were_taken_along_is_in_the_trail_without_the_data() {
        report();

        assertThat(parts.acts).singleElement().satisfies(act -> {
            assertThat(act.action()).isEqualTo("identity.privacy.export");
            assertThat(act.toString()).doesNotContain(PESEL);
        });
        assertThat(report()).hasToString("report of 2026-11-22T12:00:00Z");
    }

    @Test
    void values_are_exact_for_machines_and_usual_for_people() throws Exception {
        DataTable table = new DataTable(
                "t",
                "T",
                List.of(
                        new DataTable.Column("a", "A"),
                        new DataTable.Column("b", "B"),
                        new DataTable.Column("c", "C"),
                        new DataTable.Column("d", "D")),
                List.of(List.of(
                        DataValue.of(Money.of("1234.50")),
                        DataValue.of(LocalDate.of(2026, 9, 15)),
                        DataValue.of(true),
                        DataValue.of("<b>&\"'"))));
        PersonalReport report = new PersonalReport(
                parts.clock.instant(),
                Locale.forLanguageTag("pl"),
                "G",
                "P",
                List.of(new PersonalReport.Part("m", "M", List.of(DataGroup.of(table)))),
                List.of());

        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(export.json(report))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    values.add(parser.getText());
                }
            }
        }
        assertThat(values).endsWith("1234.50", "2026-09-15", "true", "<b>&\"'");
        assertThat(page(report))
                .contains("<td class=\"amount\">1\u202f234,50\u00a0zł</td>", "<td>15.09.2026</td>")
                .contains("<td>&lt;b&gt;&amp;&quot;&#39;</td>");
    }
}
