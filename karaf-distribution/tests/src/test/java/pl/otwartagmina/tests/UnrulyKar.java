package pl.otwartagmina.tests;

import java.nio.file.Path;
import pl.otwartagmina.tests.unruly.Fault;
import pl.otwartagmina.tests.unruly.UnrulyService;

/** Packs the unruly module as a KAR. */
final class UnrulyKar {
    private UnrulyKar() {}

    /**
     * @param feature id under which the operator knows it
     * @param claims id under which it asks to be shown
     */
    static Path of(Path folder, String feature, String claims, Fault fault) {
        return Kar.of(folder, feature, UnrulyService.class, builder -> {
            builder.setProperty("Unruly-Id", claims);
            builder.setProperty("Unruly-Fault", fault.name());
            builder.setIncludeResource(
                    "i18n/messages.properties;literal=\"" + claims + ".title = Niesforna " + feature + "\"");
        });
    }
}
