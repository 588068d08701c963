package pl.otwartagmina.service.payments.internal.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;

/** The modules that contribute dues at this moment. No question to them takes longer than two seconds, and none throws. */
public interface DueSources {
    /** A portal in which nothing is owed to other modules. */
    DueSources NONE = new None();

    /** Ids of the modules, sorted. */
    List<String> present();

    /** Asks all at the same time what a party owes. */
    Answers ask(PartyKey party);

    /** A due as it stands now; empty if its module is not there, does not answer, or does not know it. */
    Optional<ModuleDue> find(String source, String due);

    /**
     * Dues that are called so; of a module that does not answer none.
     *
     * @param references as {@link pl.otwartagmina.api.dues.DueSource#called} wants them
     */
    List<SourcedDue> called(Set<String> references);

    /**
     * Tells a module what was booked.
     *
     * @return whether it has taken it; otherwise it is to be told again
     */
    boolean tell(String source, Booked booked);

    /**
     * Tells whenever modules have come or gone.
     *
     * @return ends it
     */
    Runnable watch(Runnable listener);

    /**
     * What came of asking.
     *
     * @param dues by the id of the module; modules to which nothing is owed are left out
     * @param missing ids of modules that did not answer, or not with all
     */
    record Answers(Map<String, List<ModuleDue>> dues, Set<String> missing) {
        /** Nothing is owed, and nobody is missing. */
        public static final Answers NONE = new Answers(Map.of(), Set.of());

        public Answers {
            dues = Map.copyOf(dues);
            missing = Set.copyOf(missing);
        }
    }

    /** Nobody contributes. */
    final class None implements DueSources {
        private None() {}

        @Override
        public List<String> present() {
            return List.of();
        }

        @Override
        public Answers ask(PartyKey party) {
            return Answers.NONE;
        }

        @Override
        public Optional<ModuleDue> find(String source, String due) {
            return Optional.empty();
        }

        @Override
        public List<SourcedDue> called(Set<String> references) {
            return List.of();
        }

        @Override
        public boolean tell(String source, Booked booked) {
            return false;
        }

        @Override
        public Runnable watch(Runnable listener) {
            return () -> {};
        }
    }
}
