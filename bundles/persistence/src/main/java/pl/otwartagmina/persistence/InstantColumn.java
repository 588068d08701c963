package pl.otwartagmina.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells EclipseLink that an {@code Instant} is a column of its own: before JPA 3.2 it would be stored serialised. The
 * platforms know how to write and read it.
 */
@Converter(autoApply = true)
public final class InstantColumn implements AttributeConverter<Instant, Instant> {
    @Override
    public @Nullable Instant convertToDatabaseColumn(@Nullable Instant moment) {
        return moment;
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Instant moment) {
        return moment;
    }
}
