package pl.otwartagmina.bench;

import java.util.ArrayList;
import java.util.List;

/** Measured values of one kind. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    synchronized void add(double value) {
        values.add(value);
    }

    double median() {
        return percentile(50);
    }

    /** The value that this share of all values does not exceed. */
    synchronized double percentile(double percent) {
        if (values.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100 * sorted.size()) - 1));
    }

    /** The part from one index to another, in the order of measuring. */
    synchronized Samples part(int from, int to) {
        Samples part = new Samples();
        part.values.addAll(values.subList(Math.max(0, from), Math.min(to, values.size())));
        return part;
    }

    synchronized int count() {
        return values.size();
    }
}
