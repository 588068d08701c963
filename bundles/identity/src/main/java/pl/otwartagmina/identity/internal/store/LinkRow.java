package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code identity_link}; it is made and taken out, never changed, so it needs no version. */
@Entity(name = "Link")
@Table(name = "identity_link")
class LinkRow {
    @Id
    String hash = "";

    String account = "";

    String purpose = "";

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;
}
