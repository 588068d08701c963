package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.PasswordHash;

/** A row of {@code identity_account}, with its roles. */
@Entity(name = "Account")
@Table(name = "identity_account")
class AccountRow {
    @Id
    String id = "";

    @Column(name = "user_name")
    String userName = "";

    @Nullable
    String email;

    @Column(name = "email_normal")
    @Nullable
    String emailNormal;

    @Column(name = "first_name")
    String firstName = "";

    @Column(name = "last_name")
    String lastName = "";

    String state = "";

    @Nullable
    String password;

    @Nullable
    String language;

    @Column(name = "party_key")
    @Nullable
    String partyKey;

    @Nullable
    String pesel;

    @Column(name = "verified_at")
    @Nullable
    Instant verifiedAt;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "signed_in_at")
    @Nullable
    Instant signedInAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "identity_role", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "role")
    Set<String> roles = new HashSet<>();

    @Version
    int version;

    Account account() {
        return new Account(
                id,
                userName,
                Optional.ofNullable(email),
                firstName,
                lastName,
                Account.State.valueOf(state),
                Optional.ofNullable(password).map(PasswordHash::parse),
                Optional.ofNullable(language).map(Locale::forLanguageTag),
                Optional.ofNullable(partyKey).map(PartyKey::new),
                Optional.ofNullable(verifiedAt),
                createdAt,
                Optional.ofNullable(signedInAt),
                roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet()));
    }
}
