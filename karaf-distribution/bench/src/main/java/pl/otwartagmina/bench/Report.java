package pl.otwartagmina.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The results as a table for people and as JSON to be kept. */
final class Report {
    private static final String LINE = "%-58s %10s %10s %7s %7s  %s%n";

    private final List<Figure> figures;

    Report(List<Figure> figures) {
        this.figures = figures;
    }

    String table() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, LINE, "figure", "portal", "peer", "ratio", "goal", "reached"));
        for (Figure figure : figures) {
            table.append(String.format(
                    Locale.ROOT,
                    LINE,
                    figure.name() + (figure.unit().isEmpty() ? "" : " [" + figure.unit() + "]"),
                    number(OptionalDouble.of(figure.portal())),
                    number(figure.peer()),
                    number(figure.ratio()),
                    number(figure.goal()),
                    figure.goal().isEmpty() ? "" : figure.reached() ? "yes" : "NO"));
        }
        return table.toString();
    }

    /** Keeps the figures with the day and the machine they were measured on. */
    void keep(Path file, boolean quick) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = json.createObjectNode();
        root.put("measured", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("quick", quick);
        ObjectNode machine = root.putObject("machine");
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("processor", line(Path.of("/proc/cpuinfo"), "model name"));
        machine.put("memory", line(Path.of("/proc/meminfo"), "MemTotal"));
        machine.put("load", Files.readString(Path.of("/proc/loadavg")).strip());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        ArrayNode list = root.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode one = list.addObject()
                    .put("name", figure.name())
                    .put("unit", figure.unit())
                    .put("portal", rounded(figure.portal()));
            figure.peer().ifPresent(peer -> one.put("peer", rounded(peer)));
            figure.ratio().ifPresent(ratio -> one.put("ratio", rounded(ratio)));
            figure.goal().ifPresent(goal -> one.put("goal", goal).put("reached", figure.reached()));
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.writeValueAsString(root) + "\n");
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double number = value.getAsDouble();
        return String.format(
                Locale.ROOT, number == Math.rint(number) ? "%.0f" : number >= 100 ? "%.0f" : "%.2f", number);
    }

    private static String line(Path file, String key) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
