package pl.otwartagmina.service.payments.internal.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A small part of an XML file as a tree. */
final class XmlElement {
    private final String name;
    private final int line;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    int line() {
        return line;
    }

    void attribute(String key, String value) {
        attributes.put(key, value);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(String words) {
        text.append(words);
    }

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    String text() {
        return text.toString().strip();
    }

    /** All elements at the path, such as {@code NtryDtls/TxDtls}. */
    List<XmlElement> all(String path) {
        String[] steps = path.split("/", 2);
        Stream<XmlElement> here = children.stream().filter(child -> child.name.equals(steps[0]));
        return steps.length == 1
                ? here.toList()
                : here.flatMap(child -> child.all(steps[1]).stream()).toList();
    }

    Optional<XmlElement> first(String path) {
        return all(path).stream().findFirst();
    }

    /** The text at the first of the paths where there is one; empty for none. */
    String text(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> all(path).stream())
                .map(XmlElement::text)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }
}
