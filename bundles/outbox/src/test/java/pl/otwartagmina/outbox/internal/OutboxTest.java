package pl.otwartagmina.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.api.mail.MailCarrier;
import pl.otwartagmina.api.mail.MailRefused;
import pl.otwartagmina.api.mail.MailUnavailable;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class OutboxTest {
    private static final Letter LETTER =
            new Letter("halina@poczta.pl", "Zażółć", "Tajny odnośnik:\nhttps://portal.example/?link=abc\n");

    private final Unit unit;
    private final List<Letter> carried = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Outbox outbox;

    OutboxTest(Database database) {
        unit = database.open(UnitDefinition.of("outbox", Outbox.class));
        outbox = outbox();
    }

    private Outbox outbox() {
        return new Outbox(unit, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void pass(Duration time, MailCarrier carrier) {
        now = now.plus(time);
        outbox = outbox();
        outbox.carrier(carrier);
    }

    @Test
    void a_letter_leaves_once_and_its_text_is_forgotten() {
        outbox.carrier(carried::add);
        outbox.send(unit, LETTER);

        outbox.deliver();
        outbox.deliver();

        assertThat(carried).containsExactly(LETTER);
        assertThat(outbox.latest(9)).singleElement().satisfies(entry -> assertThat(entry.state())
                .isEqualTo("SENT"));
        assertThat(text()).isNull();
    }

    private @Nullable String text() {
        return unit.<java.util.Optional<String>>sql(c -> {
                    try (var rows = c.createStatement().executeQuery("SELECT letter_text FROM outbox_letter")) {
                        rows.next();
                        return java.util.Optional.ofNullable(rows.getString(1));
                    }
                })
                .orElse(null);
    }

    @Test
    void nothing_leaves_of_an_act_that_was_rolled_back() {
        outbox.carrier(carried::add);
        assertThatThrownBy(() -> unit.sql(connection -> {
                    outbox.send(unit, LETTER);
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        outbox.deliver();

        assertThat(carried).isEmpty();
        assertThat(outbox.latest(9)).isEmpty();
    }

    @Test
    void without_a_carrier_letters_wait_and_count_no_attempt() {
        outbox.send(unit, LETTER);

        outbox.deliver();

        assertThat(outbox.latest(9)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo("WAITING");
            assertThat(entry.attempts()).isZero();
        });
    }

    @Test
    void a_server_that_does_not_answer_is_asked_again_after_growing_pauses() {
        MailCarrier dead = letter -> {
            carried.add(letter);
            throw new MailUnavailable("no answer");
        };
        outbox.carrier(dead);
        outbox.send(unit, LETTER);
        outbox.deliver();
        assertThat(carried).hasSize(1);

        pass(Duration.ofSeconds(59), dead);
        outbox.deliver();
        assertThat(carried).hasSize(1);

        pass(Duration.ofSeconds(1), dead);
        outbox.deliver();
        assertThat(carried).hasSize(2);

        pass(Duration.ofSeconds(119), dead);
        outbox.deliver();
        assertThat(carried).hasSize(2);

        pass(Duration.ofSeconds(1), carried::add);
        outbox.deliver();
        assertThat(carried).hasSize(3);
        assertThat(outbox.latest(1).get(0).state()).isEqualTo("SENT");
    }

    @Test
    void after_three_days_it_is_given_up_with_the_reason() {
        MailCarrier dead = letter -> {
            throw new MailUnavailable("no answer");
        };
        outbox.carrier(dead);
        outbox.send(unit, LETTER);

        pass(Duration.ofDays(3).plusSeconds(1), dead);
        outbox.deliver();

        assertThat(outbox.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo("REFUSED");
            assertThat(entry.trouble()).contains("three days").contains("no answer");
        });
    }

    @Test
    void a_refused_letter_is_not_tried_again_and_the_next_one_leaves() {
        outbox.carrier(letter -> {
            if (letter.to().startsWith("halina")) {
                throw new MailRefused("no such mailbox", new IllegalStateException());
            }
            carried.add(letter);
        });
        outbox.send(unit, LETTER);
        outbox.send(unit, new Letter("jan@poczta.pl", "B", "b"));

        outbox.deliver();
        outbox.deliver();

        assertThat(carried).extracting(Letter::to).containsExactly("jan@poczta.pl");
        assertThat(outbox.latest(2)).extracting(Outbox.Entry::state).containsExactly("SENT", "REFUSED");
    }

    @Test
    void a_carrier_with_a_bug_holds_up_nobody_else() {
        outbox.carrier(letter -> {
            if (letter.to().startsWith("halina")) {
                throw new IllegalStateException("bug");
            }
            carried.add(letter);
        });
        outbox.send(unit, LETTER);
        outbox.send(unit, new Letter("jan@poczta.pl", "B", "b"));

        outbox.deliver();

        assertThat(carried).hasSize(1);
    }

    @Test
    void a_portal_that_dies_while_sending_sends_again_when_the_lease_has_run_out() {
        outbox.send(unit, LETTER);
        var due = unit.<List<Letters.Due>>sql(c -> Letters.due(c, now, 1)).get(0);
        unit.sql(c -> Letters.claim(c, due, now.plus(Duration.ofMinutes(3))));

        pass(Duration.ofSeconds(100), carried::add);
        outbox.deliver();
        assertThat(carried).isEmpty();

        pass(Duration.ofSeconds(100), carried::add);
        outbox.deliver();
        assertThat(carried).hasSize(1);
    }

    @Test
    void of_two_nodes_one_gets_the_letter() {
        outbox.send(unit, LETTER);
        var due = unit.<List<Letters.Due>>sql(c -> Letters.due(c, now, 1)).get(0);

        assertThat(unit.<Boolean>sql(c -> Letters.claim(c, due, now.plusSeconds(9))))
                .isTrue();
        assertThat(unit.<Boolean>sql(c -> Letters.claim(c, due, now.plusSeconds(9))))
                .isFalse();
    }
}
