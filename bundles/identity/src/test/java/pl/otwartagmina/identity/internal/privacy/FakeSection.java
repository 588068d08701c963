package pl.otwartagmina.identity.internal.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import pl.otwartagmina.api.privacy.DataField;
import pl.otwartagmina.api.privacy.DataGroup;
import pl.otwartagmina.api.privacy.PrivacySection;
import pl.otwartagmina.api.privacy.Subject;

/** A module that knows one sentence of everybody, and can be told to fail. */
final class FakeSection implements PrivacySection {
    final List<Subject> erased = new ArrayList<>();
    final CountDownLatch release = new CountDownLatch(1);
    Mood mood = Mood.WELL;

    private final String module;

    enum Mood {
        WELL,
        THROWING,
        HANGING
    }

    FakeSection(String module) {
        this.module = module;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public String title(Locale language) {
        return "Part of " + module;
    }

    @Override
    public List<DataGroup> export(Subject subject, Locale language) {
        behave();
        return List.of(DataGroup.of("words", "Words", DataField.of("sentence", "Sentence", "known by " + module)));
    }

    @Override
    public List<String> erasable(Subject subject, Locale language) {
        behave();
        return List.of("all of " + module);
    }

    @Override
    public synchronized void erase(Subject subject) {
        behave();
        erased.add(subject);
    }

    Optional<Subject> lastErased() {
        return erased.isEmpty() ? Optional.empty() : Optional.of(erased.get(erased.size() - 1));
    }

    private void behave() {
        if (mood == Mood.THROWING) {
            throw new IllegalStateException("told to");
        }
        if (mood == Mood.HANGING) {
            boolean released = false;
            while (!released) {
                try {
                    release.await();
                    released = true;
                } catch (InterruptedException stubborn) {
                    // a module that does not listen
                    Thread.interrupted();
                }
            }
        }
    }
}
