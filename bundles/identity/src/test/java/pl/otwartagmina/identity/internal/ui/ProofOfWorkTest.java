package pl.otwartagmina.identity.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofOfWorkTest {
    @Test
    void some_number_is_the_answer_and_hardly_any_other_is() {
        ProofOfWork work = new ProofOfWork();

        int found = IntStream.range(0, Integer.MAX_VALUE)
                .filter(work::isDone)
                .findFirst()
                .orElseThrow();

        assertThat(work.isDone(found)).isTrue();
        assertThat(IntStream.range(found + 1, found + 1000).filter(work::isDone).count())
                .isLessThan(5);
    }

    @Test
    void no_number_at_all_is_no_answer() {
        assertThat(new ProofOfWork().isDone(-1)).isFalse();
    }

    @Test
    void every_form_has_a_text_of_its_own() {
        assertThat(new ProofOfWork().text()).isNotEqualTo(new ProofOfWork().text());
    }
}
