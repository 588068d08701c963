package pl.otwartagmina.service.payments.internal.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.service.payments.internal.bank.TitleWords;

/**
 * Of what a module answers what can be shown. Each due is sound by itself, its record sees to that; what it cannot know is
 * who was asked about, and its neighbours.
 *
 * @param isWhole whether nothing was left out that the party may owe
 */
record SoundDues(List<ModuleDue> dues, boolean isWhole) {
    SoundDues {
        dues = List.copyOf(dues);
    }

    /**
     * Sifts an answer about what a party owes.
     *
     * @param complaints hears what was left out and why, without saying whose it is
     */
    static SoundDues of(List<ModuleDue> answer, PartyKey party, int most, Consumer<String> complaints) {
        List<ModuleDue> sound = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean whole = true;
        for (ModuleDue due : answer) {
            if (Objects.isNull(due)) {
                complaints.accept("one is null");
                whole = false;
            } else if (!due.party().equals(party)) {
                complaints.accept("some are not of the party that was asked about");
            } else if (!ids.add(due.id())) {
                complaints.accept("ids are there twice");
                whole = false;
            } else if (sound.size() == most) {
                complaints.accept("one party has more than " + most);
                whole = false;
            } else {
                sound.add(due);
            }
        }
        return new SoundDues(sound, whole);
    }

    /** Sifts an answer about dues that are called so: of each the first, and only what is really called so. */
    static List<ModuleDue> called(
            List<ModuleDue> answer, Set<String> references, int most, Consumer<String> complaints) {
        Map<String, ModuleDue> sound = new LinkedHashMap<>();
        for (ModuleDue due : answer) {
            if (Objects.isNull(due)) {
                complaints.accept("one is null");
            } else if (names(due).noneMatch(references::contains)) {
                complaints.accept("some are not called as was asked");
            } else if (sound.size() < most) {
                sound.putIfAbsent(due.id(), due);
            }
        }
        return List.copyOf(sound.values());
    }

    private static Stream<String> names(ModuleDue due) {
        return Stream.of(due.id(), due.label().decision()).map(TitleWords::bare).filter(name -> !name.isEmpty());
    }
}
