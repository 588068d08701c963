package pl.otwartagmina.identity.internal.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import pl.otwartagmina.api.privacy.DataField;
import pl.otwartagmina.api.privacy.DataGroup;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataValue;

/** A report for machines (art. 20 (1) RODO): JSON, with amounts, days and moments as they are written for machines. */
final class ReportJson {
    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    static byte[] of(PersonalReport report) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(file).useDefaultPrettyPrinter()) {
            new ReportJson(json).write(report);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private void write(PersonalReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("gmina", report.gmina());
        json.writeStringField("person", report.person());
        json.writeStringField("madeAt", report.madeAt().toString());
        json.writeStringField("language", report.language().toLanguageTag());
        json.writeArrayFieldStart("missing");
        for (String module : report.missing()) {
            json.writeString(module);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("modules");
        for (PersonalReport.Part part : report.parts()) {
            json.writeStartObject();
            json.writeStringField("id", part.module());
            json.writeStringField("title", part.title());
            json.writeArrayFieldStart("groups");
            for (DataGroup group : part.groups()) {
                write(group);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(DataGroup group) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", group.id());
        json.writeStringField("title", group.title());
        json.writeArrayFieldStart("fields");
        for (DataField field : group.fields()) {
            json.writeStartObject();
            json.writeStringField("id", field.id());
            json.writeStringField("label", field.label());
            json.writeFieldName("value");
            write(field.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tables");
        for (DataTable table : group.tables()) {
            write(table);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(DataTable table) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", table.id());
        json.writeStringField("title", table.title());
        json.writeObjectFieldStart("columns");
        for (DataTable.Column column : table.columns()) {
            json.writeStringField(column.id(), column.label());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("rows");
        for (List<DataValue> row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(table.columns().get(i).id());
                write(row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(DataValue value) throws IOException {
        if (value instanceof DataValue.Text text) {
            if (text.text().isEmpty()) {
                json.writeNull();
            } else {
                json.writeString(text.text());
            }
        } else if (value instanceof DataValue.Number number) {
            json.writeNumber(number.number());
        } else if (value instanceof DataValue.Amount amount) {
            // as a text, because many programs read numbers of JSON as binary fractions
            json.writeString(amount.money().amount().toPlainString());
        } else if (value instanceof DataValue.Day day) {
            json.writeString(day.day().toString());
        } else if (value instanceof DataValue.Moment moment) {
            json.writeString(moment.moment().toString());
        } else if (value instanceof DataValue.Bytes bytes) {
            json.writeStartObject();
            json.writeStringField("mediaType", bytes.mediaType());
            json.writeBinaryField("base64", bytes.content());
            json.writeEndObject();
        } else if (value instanceof DataValue.Answer answer) {
            json.writeBoolean(answer.yes());
        } else {
            throw new IllegalStateException("Unknown value " + value.getClass().getName());
        }
    }
}
