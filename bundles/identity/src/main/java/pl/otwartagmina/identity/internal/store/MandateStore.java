package pl.otwartagmina.identity.internal.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.GrantedMandate;
import pl.otwartagmina.identity.internal.RandomText;
import pl.otwartagmina.identity.internal.Scan;

/** The mandates. Each method is one transaction, or a part of the one that runs; nothing is ever deleted. */
@Component(service = MandateStore.class)
public final class MandateStore {
    private static final int BYTES = 24;
    private static final String NOBODY = "–";

    private final IdentityTables tables;
    private final ScanStore scans;

    @Activate
    public MandateStore(@Reference IdentityTables tables, @Reference ScanStore scans) {
        this.tables = tables;
        this.scans = scans;
    }

    /** Adds one whose agent is known, with the scan of what proves it. */
    public GrantedMandate add(Mandate mandate, Account agent, String basis, Optional<Scan> scan, String grantedBy) {
        return tables.unit().tx(em -> {
            MandateRow row = row(mandate, agent.name(), basis, grantedBy);
            row.agent = agent.id();
            row.scan = scan.map(Scan::name).orElse(null);
            em.persist(row);
            em.flush();
            scan.ifPresent(one -> scans.add(mandate.id(), one));
            return row.mandate();
        });
    }

    /**
     * Adds one that waits for its agent.
     *
     * @return the secret by which it is accepted, 32 characters that need no escaping in an address
     */
    public String offer(Mandate mandate, String agentName, String grantedBy, Instant until) {
        String secret = RandomText.of(BYTES);
        tables.unit().tx(em -> {
            MandateRow row = row(mandate, agentName, "", grantedBy);
            row.offerHash = Links.hash(secret);
            row.offerUntil = until;
            em.persist(row);
            return row;
        });
        return secret;
    }

    private MandateRow row(Mandate mandate, String agentName, String basis, String grantedBy) {
        MandateRow row = new MandateRow();
        row.id = mandate.id();
        row.principal = mandate.principal().value();
        row.principalName = mandate.principalName();
        row.agentName = agentName;
        row.basis = basis;
        row.grantedBy = grantedBy;
        row.grantedAt = tables.clock().instant();
        row.validFrom = mandate.validFrom();
        row.validTo = mandate.validTo().orElse(null);
        row.scopes = mandate.scopes().stream().map(MandateRow::text).collect(Collectors.toSet());
        return row;
    }

    public Optional<GrantedMandate> find(String id) {
        return tables.unit()
                .tx(em -> Optional.ofNullable(em.find(MandateRow.class, id)).map(MandateRow::mandate));
    }

    /** The offer of this secret, if it can still be accepted. */
    public Optional<GrantedMandate> offered(String secret) {
        return tables.unit().tx(em -> row(em, secret).map(MandateRow::mandate));
    }

    /** The offer is accepted; of two at the same moment one gets it. */
    public Optional<GrantedMandate> accept(String secret, Account agent) {
        return tables.unit().tx(em -> row(em, secret).map(row -> {
            row.agent = agent.id();
            row.agentName = agent.name();
            row.offerHash = null;
            row.offerUntil = null;
            em.flush();
            return row.mandate();
        }));
    }

    private Optional<MandateRow> row(EntityManager em, String secret) {
        return em.createQuery(
                        "SELECT m FROM Mandate m WHERE m.offerHash = :hash AND m.revokedAt IS NULL", MandateRow.class)
                .setParameter("hash", Links.hash(secret))
                .getResultStream()
                .filter(row -> isAfterNow(row.offerUntil))
                .findFirst();
    }

    private boolean isAfterNow(@Nullable Instant moment) {
        return moment != null && moment.isAfter(tables.clock().instant());
    }

    /** Those that a party has given, the latest first. */
    public List<GrantedMandate> givenBy(PartyKey principal) {
        return list("m.principal = :who", principal.value());
    }

    /** Those that an account holds or held, the latest first. */
    public List<GrantedMandate> heldBy(String agent) {
        return list("m.agent = :who", agent);
    }

    private List<GrantedMandate> list(String condition, String who) {
        return tables.unit().tx(em -> em.createQuery(
                        "SELECT m FROM Mandate m WHERE " + condition + " ORDER BY m.grantedAt DESC", MandateRow.class)
                .setParameter("who", who)
                .getResultStream()
                .map(MandateRow::mandate)
                .toList());
    }

    /** Somebody's data are erased: what they gave and held has ended, tells no name of theirs, and its scan is gone. */
    public void forget(String agent, Optional<PartyKey> principal) {
        tables.unit().tx(em -> {
            List<MandateRow> theirs = em.createQuery(
                            "SELECT m FROM Mandate m WHERE m.agent = :agent OR m.principal = :principal",
                            MandateRow.class)
                    .setParameter("agent", agent)
                    .setParameter("principal", principal.map(PartyKey::value).orElse(""))
                    .getResultList();
            theirs.forEach(row -> {
                if (row.revokedAt == null) {
                    row.revokedAt = tables.clock().instant();
                }
                scans.forget(row.id);
                row.scan = null;
                if (agent.equals(row.agent)) {
                    row.agentName = NOBODY;
                } else {
                    row.principalName = NOBODY;
                }
            });
            return theirs.size();
        });
    }

    /** Ends it, whatever its days say. */
    public GrantedMandate revoke(String id) {
        return tables.unit().tx(em -> {
            MandateRow row = em.find(MandateRow.class, id);
            if (row == null) {
                throw new IllegalStateException("There is no mandate " + id);
            }
            if (row.revokedAt == null) {
                row.revokedAt = tables.clock().instant();
            }
            return row.mandate();
        });
    }
}
