package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A row of {@code identity_federated}; it is made and taken out, never changed, so it needs no version. */
@Entity(name = "Federated")
@Table(name = "identity_federated")
@IdClass(FederatedRow.Key.class)
class FederatedRow {
    @Id
    String provider = "";

    @Id
    String subject = "";

    String account = "";

    @Column(name = "connected_at")
    Instant connectedAt = Instant.EPOCH;

    /** The provider's name of a person. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String provider = "";
        String subject = "";

        Key() {}

        Key(String provider, String subject) {
            this.provider = provider;
            this.subject = subject;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.provider.equals(provider) && key.subject.equals(subject);
        }

        @Override
        public int hashCode() {
            return 31 * provider.hashCode() + subject.hashCode();
        }
    }
}
