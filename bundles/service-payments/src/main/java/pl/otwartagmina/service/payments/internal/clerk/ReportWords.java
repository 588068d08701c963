package pl.otwartagmina.service.payments.internal.clerk;

import java.util.function.UnaryOperator;

/**
 * How the lines of daily reports are spoken of, on the screen, on paper and in files.
 *
 * @param texts of the language of the reader
 * @param gateways the name of a gateway by its id
 */
public record ReportWords(Texts texts, UnaryOperator<String> gateways) {
    /** Where the texts come from. */
    @FunctionalInterface
    public interface Texts {
        String text(String key, Object... arguments);
    }

    /** A text of the module. */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** What a sum is of: the kind of due, or the module where it does not tell. */
    public String kind(DayReport.Line line) {
        return line.kind().isEmpty()
                ? text("payments.report.other", line.source())
                : text("payments.kind." + line.kind());
    }

    /** How the money came: "PayU", "Przelew na rachunek". */
    public String channel(DayReport.Line line) {
        return line.channel().equals(DayReport.TRANSFER)
                ? text("payments.report.transfer")
                : gateways.apply(line.channel());
    }
}
