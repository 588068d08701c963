package pl.otwartagmina.identity.internal.privacy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pl.otwartagmina.api.document.PrintedDocument;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.DataField;
import pl.otwartagmina.api.privacy.DataGroup;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.ui.Formats;

/** A report for people, as a document to be printed. */
final class ReportPage {
    private final Translations translations;
    private final Locale language;

    private ReportPage(Translations translations, Locale language) {
        this.translations = translations;
        this.language = language;
    }

    static PrintedDocument of(PersonalReport report, Translations translations) {
        ReportPage page = new ReportPage(translations, report.language());
        return new PrintedDocument(
                page.text("identity.export.document", report.person()), report.language(), page.body(report));
    }

    private String body(PersonalReport report) {
        StringBuilder body = new StringBuilder();
        body.append(element("h1", text("identity.export.document", report.person())));
        body.append("<p class=\"lead\">")
                .append(PrintedDocument.text(
                        text("identity.export.made", report.gmina(), Formats.moment(report.madeAt()))))
                .append("</p>");
        body.append(element("p", text("identity.export.law")));
        if (!report.missing().isEmpty()) {
            body.append("<p class=\"notice\">")
                    .append(PrintedDocument.text(text("identity.export.missing", String.join(", ", report.missing()))))
                    .append("</p>");
        }
        for (PersonalReport.Part part : report.parts()) {
            body.append(element("h2", part.title()));
            List<DataGroup> groups =
                    part.groups().stream().filter(group -> !group.isEmpty()).toList();
            if (groups.isEmpty()) {
                body.append(element("p", text("identity.export.nothing")));
            }
            groups.forEach(group -> body.append(group(group)));
        }
        return body.toString();
    }

    private String group(DataGroup group) {
        StringBuilder words = new StringBuilder(element("h3", group.title()));
        if (!group.fields().isEmpty()) {
            words.append("<table class=\"pairs\"><tbody>");
            for (DataField field : group.fields()) {
                words.append("<tr><th scope=\"row\">")
                        .append(PrintedDocument.text(field.label()))
                        .append("</th>")
                        .append(element("td", show(field.value())))
                        .append("</tr>");
            }
            words.append("</tbody></table>");
        }
        for (DataTable table : group.tables()) {
            if (!table.rows().isEmpty()) {
                words.append(table.title().equals(group.title()) ? "" : element("h4", table.title()))
                        .append(table(table));
            }
        }
        return words.toString();
    }

    private String table(DataTable table) {
        List<DataValue> first = table.rows().get(0);
        StringBuilder words = new StringBuilder("<table><thead><tr>");
        for (int i = 0; i < first.size(); i++) {
            words.append("<th scope=\"col\"")
                    .append(style(first.get(i)))
                    .append(PrintedDocument.text(table.columns().get(i).label()))
                    .append("</th>");
        }
        words.append("</tr></thead><tbody>");
        for (List<DataValue> row : table.rows()) {
            words.append(row.stream()
                    .map(value -> "<td" + style(value) + PrintedDocument.text(show(value)) + "</td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>")));
        }
        return words.append("</tbody></table>").toString();
    }

    private static String style(DataValue value) {
        return value instanceof DataValue.Amount ? " class=\"amount\">" : ">";
    }

    private String show(DataValue value) {
        if (value instanceof DataValue.Text text) {
            return text.text().isEmpty() ? "–" : text.text();
        } else if (value instanceof DataValue.Number number) {
            return number.number().toPlainString().replace('.', ',');
        } else if (value instanceof DataValue.Amount amount) {
            return Formats.amount(amount.money());
        } else if (value instanceof DataValue.Day day) {
            return Formats.day(day.day());
        } else if (value instanceof DataValue.Moment moment) {
            return Formats.moment(moment.moment());
        } else if (value instanceof DataValue.Bytes) {
            return text("identity.export.inJson");
        } else if (value instanceof DataValue.Answer answer) {
            return text(answer.yes() ? "identity.export.yes" : "identity.export.no");
        }
        throw new IllegalStateException("Unknown value " + value.getClass().getName());
    }

    private static String element(String tag, String words) {
        return "<" + tag + ">" + PrintedDocument.text(words) + "</" + tag + ">";
    }

    private String text(String key, Object... arguments) {
        return translations.text(language, key, arguments);
    }
}
