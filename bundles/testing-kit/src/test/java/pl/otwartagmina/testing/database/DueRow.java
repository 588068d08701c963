package pl.otwartagmina.testing.database;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity(name = "Due")
@Table(name = "kit_due")
class DueRow {
    @Id
    long id;

    String title = "";
    BigDecimal amount = BigDecimal.ZERO;
    LocalDate due = LocalDate.EPOCH;

    @Nullable
    Instant booked;

    @Version
    int version;

    static DueRow of(long id, String amount, LocalDate due) {
        DueRow row = new DueRow();
        row.id = id;
        row.title = "Rata " + id;
        row.amount = new BigDecimal(amount);
        row.due = due;
        return row;
    }
}
