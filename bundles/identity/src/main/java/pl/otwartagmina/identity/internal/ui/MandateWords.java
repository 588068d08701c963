package pl.otwartagmina.identity.internal.ui;

import java.util.Comparator;
import java.util.stream.Collectors;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.GrantedMandate.State;

/** Mandates in words. */
final class MandateWords {
    private MandateWords() {}

    static String right(Texts texts, Mandate.Right right) {
        return texts.get("identity.mandates.right." + right.name());
    }

    /** Such as "wgląd, płatności: wszystkie usługi". */
    static String scope(Texts texts, Mandate mandate) {
        return mandate.scopes().stream().collect(Collectors.groupingBy(Mandate.Scope::module)).entrySet().stream()
                .map(entry -> module(texts, entry.getKey()) + ": "
                        + entry.getValue().stream()
                                .map(Mandate.Scope::right)
                                .sorted(Comparator.naturalOrder())
                                .map(right -> right(texts, right))
                                .collect(Collectors.joining(", ")))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String module(Texts texts, String id) {
        return id.equals(Mandate.ALL_MODULES) ? texts.get("identity.mandates.modules.all") : texts.get(id + ".title");
    }

    /** Such as "22.11.2026 – 31.12.2026", or "od 22.11.2026". */
    static String days(Texts texts, Mandate mandate) {
        String from = Formats.day(mandate.validFrom());
        return mandate.validTo()
                .map(to -> from + " – " + Formats.day(to))
                .orElseGet(() -> texts.get("identity.mandates.since", from));
    }

    static Badge state(Texts texts, State state) {
        Tone tone =
                switch (state) {
                    case IN_FORCE -> Tone.SUCCESS;
                    case OFFERED, FUTURE -> Tone.INFO;
                    case LAPSED, OVER, REVOKED -> Tone.WARNING;
                };
        return new Badge(tone, texts.get("identity.mandates.state." + state.name()));
    }
}
