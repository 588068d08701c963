package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.identity.internal.AccountApplication;
import pl.otwartagmina.identity.internal.NewAccount;

/** A row of {@code identity_application}. */
@Entity(name = "Application")
@Table(name = "identity_application")
class ApplicationRow {
    @Id
    String id = "";

    @Column(name = "first_name")
    String firstName = "";

    @Column(name = "last_name")
    String lastName = "";

    String email = "";
    String language = "";
    String message = "";

    @Column(name = "asked_at")
    Instant askedAt = Instant.EPOCH;

    String state = "";

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    String reason = "";

    @Column(name = "open_for")
    @Nullable
    String openFor;

    @Version
    int version;

    AccountApplication application() {
        return new AccountApplication(
                id,
                new NewAccount(email, firstName, lastName, Locale.forLanguageTag(language)),
                message,
                askedAt,
                AccountApplication.State.valueOf(state),
                Optional.ofNullable(decidedAt),
                reason);
    }
}
