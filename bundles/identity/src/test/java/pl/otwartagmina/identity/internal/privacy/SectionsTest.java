package pl.otwartagmina.identity.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.otwartagmina.api.privacy.Subject;

@Timeout(30)
class SectionsTest {
    private static final Subject SOMEBODY = new Subject("a", Optional.empty());
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Sections sections =
            new Sections((locale, key, arguments) -> key.equals("water.title") ? "Woda" : key);
    private final FakeSection water = new FakeSection("water");
    private final FakeSection surveys = new FakeSection("surveys");

    @AfterEach
    void close() {
        water.release.countDown();
        sections.close();
    }

    private List<Sections.Answer<Boolean>> ask(Duration limit) {
        return sections.ask(Locale.ROOT, limit, section -> !section.export(SOMEBODY, Locale.ROOT)
                .isEmpty());
    }

    private List<String> answered() {
        return ask(SHORT.multipliedBy(10)).stream()
                .filter(answer -> answer.value().isPresent())
                .map(Sections.Answer::module)
                .toList();
    }

    @Test
    void sections_come_and_go_with_their_modules_and_identity_is_first() {
        assertThat(answered()).isEmpty();
        sections.add(water);
        sections.add(surveys);
        sections.add(new FakeSection("identity"));
        assertThat(answered()).containsExactly("identity", "surveys", "water");

        sections.remove(water);
        assertThat(answered()).containsExactly("identity", "surveys");
    }

    @Test
    void of_a_module_that_was_updated_the_new_section_stays_when_the_old_one_goes() {
        FakeSection newer = new FakeSection("water");
        sections.add(water);
        sections.add(newer);
        sections.remove(water);

        assertThat(answered()).containsExactly("water");
    }

    @Test
    void one_that_throws_is_missing_by_the_title_of_its_module_and_the_others_answer() {
        water.mood = FakeSection.Mood.THROWING;
        sections.add(water);
        sections.add(surveys);

        assertThat(ask(SHORT.multipliedBy(10)))
                .containsExactly(
                        new Sections.Answer<>("surveys", "Part of surveys", Optional.of(true)),
                        new Sections.Answer<>("water", "Woda", Optional.empty()));
    }

    @Test
    void one_that_hangs_costs_the_time_limit_and_at_last_not_even_that() {
        water.mood = FakeSection.Mood.HANGING;
        sections.add(water);
        sections.add(surveys);
        for (int i = 0; i < 8; i++) {
            assertThat(ask(SHORT))
                    .extracting(Sections.Answer::value)
                    .containsExactly(Optional.of(true), Optional.empty());
        }

        long before = System.nanoTime();
        assertThat(ask(Duration.ofSeconds(20)).get(1).value()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }
}
