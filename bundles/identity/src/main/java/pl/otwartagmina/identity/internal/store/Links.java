package pl.otwartagmina.identity.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.identity.internal.RandomText;

/** Secrets that are sent in links by e-mail: good for one account and purpose, for a time, and once. */
@Component(service = Links.class)
public final class Links {
    private static final int BYTES = 24;

    private final IdentityTables tables;

    /** What a link is for. */
    public enum Purpose {
        /** Confirms the address of a new account. */
        CONFIRM(Duration.ofHours(24)),
        /** Sets a new password. */
        PASSWORD(Duration.ofHours(1)),
        /** Agrees to another address, from the one that the account has. */
        OLD_EMAIL(Duration.ofHours(24)),
        /** Likewise, from the one it shall have. */
        NEW_EMAIL(Duration.ofHours(24));

        private final Duration validity;

        Purpose(Duration validity) {
            this.validity = validity;
        }

        /** How long the link is good for. */
        public Duration validity() {
            return validity;
        }
    }

    @Activate
    public Links(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /**
     * A new secret; older ones of the account and purpose are good for nothing from now on.
     *
     * @return 32 characters that need no escaping in an address
     */
    public String make(String account, Purpose purpose) {
        return make(account, purpose, purpose.validity());
    }

    /** The same, good for another time than is usual. */
    public String make(String account, Purpose purpose, Duration validity) {
        String secret = RandomText.of(BYTES);
        return tables.unit().tx(em -> {
            em.createQuery("DELETE FROM Link l WHERE (l.account = :account AND l.purpose = :purpose)"
                            + " OR l.expiresAt < :now")
                    .setParameter("account", account)
                    .setParameter("purpose", purpose.name())
                    .setParameter("now", tables.clock().instant())
                    .executeUpdate();
            LinkRow row = new LinkRow();
            row.hash = hash(secret);
            row.account = account;
            row.purpose = purpose.name();
            row.expiresAt = tables.clock().instant().plus(validity);
            em.persist(row);
            return secret;
        });
    }

    /** The account of a link that is still good. */
    public Optional<String> look(String secret, Purpose purpose) {
        return tables.unit().tx(em -> Optional.ofNullable(em.find(LinkRow.class, hash(secret)))
                .filter(row -> row.purpose.equals(purpose.name()))
                .filter(row -> row.expiresAt.isAfter(tables.clock().instant()))
                .map(row -> row.account));
    }

    /** The same, and from now on the link is used up: of two at the same moment one gets it. */
    public Optional<String> use(String secret, Purpose purpose) {
        return tables.unit().tx(em -> look(secret, purpose)
                .filter(account -> em.createQuery("DELETE FROM Link l WHERE l.hash = :hash")
                                .setParameter("hash", hash(secret))
                                .executeUpdate()
                        == 1));
    }

    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
