package pl.otwartagmina.integration.logingov.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How surely somebody is known, as eIDAS has it (Regulation 910/2014, art. 8), from low to high. */
enum LevelOfAssurance {
    LOW,
    SUBSTANTIAL,
    HIGH;

    private static final String PREFIX = "http://eidas.europa.eu/LoA/";

    String uri() {
        return PREFIX + name().toLowerCase(Locale.ROOT);
    }

    static Optional<LevelOfAssurance> ofUri(String uri) {
        return Arrays.stream(values()).filter(level -> level.uri().equals(uri)).findFirst();
    }

    /** @throws IllegalArgumentException if it is none of low, substantial and high */
    static LevelOfAssurance named(String name) {
        return ofUri(PREFIX + name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "level of " + LoginGovPl.PID + " must be low, substantial or high, not " + name));
    }
}
