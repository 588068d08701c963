package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A row of {@code identity_email_change}. */
@Entity(name = "EmailChange")
@Table(name = "identity_email_change")
class EmailChangeRow {
    @Id
    String account = "";

    String email = "";

    @Column(name = "old_agreed")
    short oldAgreed;

    @Column(name = "new_agreed")
    short newAgreed;

    @Column(name = "requested_at")
    Instant requestedAt = Instant.EPOCH;

    @Version
    int version;
}
