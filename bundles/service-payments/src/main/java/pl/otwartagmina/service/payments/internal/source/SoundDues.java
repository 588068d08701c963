package pl.otwartagmina.service.payments.internal.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;

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
     * Sifts an answer.
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
}
