package pl.otwartagmina.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.data.Moments;

/** PostgreSQL with moments in UTC, see {@link Moments}. */
public final class UtcPostgreSQLPlatform extends PostgreSQLPlatform {
    private static final long serialVersionUID = 1L;

    @Override
    public void setParameterValueInDatabaseCall(
            @Nullable Object parameter, PreparedStatement statement, int index, AbstractSession session)
            throws SQLException {
        if (parameter instanceof Instant moment) {
            Moments.set(statement, index, moment);
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }

    @Override
    public @Nullable Object getObjectFromResultSet(ResultSet row, int column, int type, AbstractSession session)
            throws SQLException {
        return type == Types.TIMESTAMP
                ? Moments.get(row, column).orElse(null)
                : super.getObjectFromResultSet(row, column, type, session);
    }

    @Override
    public int getJDBCType(@Nullable Class<?> javaType) {
        return javaType == Instant.class ? Types.TIMESTAMP : super.getJDBCType(javaType);
    }
}
