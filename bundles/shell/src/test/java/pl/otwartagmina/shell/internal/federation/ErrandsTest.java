package pl.otwartagmina.shell.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.module.AccessLevel;

class ErrandsTest {
    private static final Errands.Outcome IN = new Errands.Recognised(
            new Proof("sub-1", AccessLevel.ACCOUNT, Optional.empty(), "Roch", "Apitz", Optional.empty(), ""));
    private static final Errands.Outcome OUT = new Errands.NotRecognised(Reply.Reason.CANCELLED);
    private static final Errands.Sender SENDER =
            new Errands.Sender("visit-1", Optional.empty(), false, Locale.forLanguageTag("pl"));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final Errands errands = new Errands(((InstantSource) now::get).withZone(ZoneOffset.UTC), new Town());

    @Test
    void an_errand_tells_the_provider_where_it_meets_the_portal() {
        Errand errand = begin();

        assertThat(errand.address()).isEqualTo(URI.create("https://portal.example/sso/office/"));
        assertThat(errand.id()).matches("[A-Za-z0-9_-]{43}");
        assertThat(errand.anew()).isFalse();
    }

    @Test
    void whoever_is_signed_in_is_asked_anew() {
        Errands.Sender signedIn =
                new Errands.Sender("visit-1", Optional.of("account-1"), true, Locale.forLanguageTag("pl"));

        assertThat(errands.begin("office", signedIn, AccessLevel.STRONG)
                        .orElseThrow()
                        .anew())
                .isTrue();
    }

    @Test
    void its_answer_is_handed_out_once_and_only_to_the_visit_that_began_it() {
        String id = begin().id();
        errands.settle("office", id, IN);

        assertThat(errands.collect(id, "visit-2")).as("somebody else's browser").isEmpty();
        assertThat(errands.collect(id, "visit-1")).contains(new Errands.Settled("office", SENDER, IN));
        assertThat(errands.collect(id, "visit-1")).as("again").isEmpty();
    }

    @Test
    void the_first_answer_counts() {
        String id = begin().id();
        errands.settle("office", id, OUT);
        errands.settle("office", id, IN);

        assertThat(errands.collect(id, "visit-1").orElseThrow().outcome()).isEqualTo(OUT);
    }

    @Test
    void no_other_provider_answers_it() {
        String id = begin().id();
        errands.settle("evil", id, IN);

        assertThat(errands.find("evil", id)).isEmpty();
        assertThat(errands.collect(id, "visit-1")).isEmpty();
        assertThat(errands.find("office", id)).isPresent();
    }

    @Test
    void after_a_quarter_of_an_hour_it_is_over() {
        String id = begin().id();
        String answered = begin().id();
        errands.settle("office", answered, IN);

        now.updateAndGet(then -> then.plus(Duration.ofMinutes(15)));

        errands.settle("office", id, IN);
        assertThat(errands.find("office", id)).isEmpty();
        assertThat(errands.collect(id, "visit-1")).isEmpty();
        assertThat(errands.collect(answered, "visit-1")).isEmpty();
    }

    @Test
    void one_that_nobody_has_answered_is_not_handed_out() {
        assertThat(errands.collect(begin().id(), "visit-1")).isEmpty();
        assertThat(errands.collect("guessed", "visit-1")).isEmpty();
    }

    @Test
    void so_many_that_somebody_must_be_playing_are_refused_until_they_are_over() {
        IntStream.range(0, 20_000).forEach(i -> begin());

        assertThat(errands.begin("office", SENDER, AccessLevel.ACCOUNT)).isEmpty();
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(15)));
        assertThat(errands.begin("office", SENDER, AccessLevel.ACCOUNT)).isPresent();
    }

    private Errand begin() {
        return errands.begin("office", SENDER, AccessLevel.ACCOUNT).orElseThrow();
    }

    private record Town() implements Office {
        @Override
        public String name(Locale locale) {
            return "Gmina";
        }

        @Override
        public URI portal() {
            return URI.create("https://portal.example/");
        }

        @Override
        public String controller() {
            return "";
        }

        @Override
        public String dataProtectionOfficer() {
            return "";
        }
    }
}
