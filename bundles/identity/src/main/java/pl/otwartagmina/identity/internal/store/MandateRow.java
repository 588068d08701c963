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
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.identity.internal.GrantedMandate;

/** A row of {@code identity_mandate}, with what it covers. */
@Entity(name = "Mandate")
@Table(name = "identity_mandate")
class MandateRow {
    @Id
    String id = "";

    String principal = "";

    @Column(name = "principal_name")
    String principalName = "";

    @Nullable
    String agent;

    @Column(name = "agent_name")
    String agentName = "";

    String basis = "";

    @Nullable
    String scan;

    @Column(name = "granted_by")
    String grantedBy = "";

    @Column(name = "granted_at")
    Instant grantedAt = Instant.EPOCH;

    @Column(name = "valid_from")
    LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    @Column(name = "offer_hash")
    @Nullable
    String offerHash;

    @Column(name = "offer_until")
    @Nullable
    Instant offerUntil;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "identity_mandate_scope", joinColumns = @JoinColumn(name = "mandate"))
    @Column(name = "scope")
    Set<String> scopes = new HashSet<>();

    @Version
    int version;

    static String text(Mandate.Scope scope) {
        return scope.module() + ":" + scope.right();
    }

    private static Mandate.Scope scope(String text) {
        int colon = text.indexOf(':');
        return new Mandate.Scope(text.substring(0, colon), Mandate.Right.valueOf(text.substring(colon + 1)));
    }

    GrantedMandate mandate() {
        return new GrantedMandate(
                new Mandate(
                        id,
                        new PartyKey(principal),
                        principalName,
                        scopes.stream().map(MandateRow::scope).collect(Collectors.toUnmodifiableSet()),
                        validFrom,
                        Optional.ofNullable(validTo)),
                Optional.ofNullable(agent),
                agentName,
                basis,
                Optional.ofNullable(scan),
                grantedAt,
                Optional.ofNullable(offerUntil),
                Optional.ofNullable(revokedAt));
    }
}
