package pl.otwartagmina.tests;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The axe-core checks of accessibility. */
final class Axe {
    private static final String SOURCE = source();

    private Axe() {}

    /** Serious and critical findings on the page, each with its rule and its place. */
    @SuppressWarnings("unchecked") // the script below returns strings
    static List<String> findings(Page page) {
        page.evaluate(SOURCE);
        return (List<String>)
                page.evaluate(
                        """
                async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                    .filter(v => v.impact === 'serious' || v.impact === 'critical')
                    .flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary))
                """);
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
