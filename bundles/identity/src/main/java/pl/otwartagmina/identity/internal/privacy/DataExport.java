package pl.otwartagmina.identity.internal.privacy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.document.PdfPrinter;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.DataGroup;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** Gathers from all modules what the portal holds of a person (art. 15 and 20 RODO). */
@Component(service = DataExport.class)
public final class DataExport {
    /** How long modules may take to answer. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final IdentityTables tables;
    private final Sections sections;
    private final Office office;
    private final Translations translations;
    private final PdfPrinter printer;
    private final Audit audit;

    @Activate
    public DataExport(
            @Reference IdentityTables tables,
            @Reference Sections sections,
            @Reference Office office,
            @Reference Translations translations,
            @Reference PdfPrinter printer,
            @Reference Audit audit) {
        this.tables = tables;
        this.sections = sections;
        this.office = office;
        this.translations = translations;
        this.printer = printer;
        this.audit = audit;
    }

    /** All data of the person in this browser, in this language; that they were asked for is in the audit trail. */
    public PersonalReport make(Acting acting, Locale language) {
        Person person = acting.person().orElseThrow();
        Subject subject = new Subject(person.id(), person.party());
        List<Sections.Answer<List<DataGroup>>> answers =
                sections.ask(language, PATIENCE, section -> section.export(subject, language));
        audit.record(tables.unit(), AuditRecord.of(acting, "identity.privacy.export", "account", person.id()));
        return new PersonalReport(
                tables.clock().instant(),
                language,
                office.name(language),
                person.name(),
                answers.stream()
                        .flatMap(answer -> answer.value().stream()
                                .map(groups -> new PersonalReport.Part(answer.module(), answer.title(), groups)))
                        .toList(),
                answers.stream()
                        .filter(answer -> answer.value().isEmpty())
                        .map(Sections.Answer::title)
                        .toList());
    }

    /** The report as a file for machines. */
    public byte[] json(PersonalReport report) {
        return ReportJson.of(report);
    }

    /** The report as a file for people. */
    public byte[] pdf(PersonalReport report) {
        return printer.print(ReportPage.of(report, translations));
    }
}
