package pl.otwartagmina.api.privacy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/** A value as it is, so that machines get it exact and people in the form they are used to. */
public sealed interface DataValue {
    /** Nothing is known. */
    DataValue NONE = new Text("");

    /** Words; empty for nothing. */
    record Text(String text) implements DataValue {}

    /** A number without a unit. */
    record Number(BigDecimal number) implements DataValue {}

    /** An amount of money. */
    record Amount(Money money) implements DataValue {}

    /** A day. */
    record Day(LocalDate day) implements DataValue {}

    /** A moment. */
    record Moment(Instant moment) implements DataValue {}

    /** A file, such as a picture; machines get it whole, people are told where it is. */
    record Bytes(String mediaType, byte[] content) implements DataValue {}

    /** Yes or no. */
    record Answer(boolean yes) implements DataValue {}

    /** Words, or nothing. */
    static DataValue of(String text) {
        return new Text(text);
    }

    /** A whole number, such as a year. */
    static DataValue of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static DataValue of(Money money) {
        return new Amount(money);
    }

    static DataValue of(LocalDate day) {
        return new Day(day);
    }

    static DataValue of(Instant moment) {
        return new Moment(moment);
    }

    /** A moment, or nothing. */
    static DataValue of(Optional<Instant> moment) {
        return moment.<DataValue>map(Moment::new).orElse(NONE);
    }

    static DataValue of(boolean yes) {
        return new Answer(yes);
    }
}
