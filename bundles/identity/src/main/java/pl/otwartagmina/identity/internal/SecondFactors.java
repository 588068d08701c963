package pl.otwartagmina.identity.internal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** The second step of signing in, for who has turned it on: codes of an app, and codes on paper. */
@Component(service = SecondFactors.class)
public final class SecondFactors {
    private static final int PAPER_CODES = 10;
    /** Without letters that look alike. */
    private static final String PAPER_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PAPER_LENGTH = 10;

    private final IdentityTables tables;
    private final Vault vault;
    private final Pseudonyms pseudonyms;
    private final Guesses guesses;
    private final Audit audit;

    @Activate
    public SecondFactors(
            @Reference IdentityTables tables,
            @Reference Vault vault,
            @Reference Pseudonyms pseudonyms,
            @Reference Guesses guesses,
            @Reference Audit audit) {
        this.tables = tables;
        this.vault = vault;
        this.pseudonyms = pseudonyms;
        this.guesses = guesses;
        this.audit = audit;
    }

    /** Whether the account signs in with a second step. */
    public boolean isOn(String account) {
        return tables.unit().sql(connection -> find(connection, account)).isPresent();
    }

    /**
     * Turns it on, once a code proves that the app has the secret. Where it is on already, only its own code turns it off
     * first.
     *
     * @return the codes on paper, shown only now; empty if the code is wrong, or it is on
     */
    public Optional<List<String>> turnOn(Acting acting, Totp totp, String code) {
        String account = account(acting);
        Optional<Long> step = totp.step(plain(code), tables.clock().instant(), 0);
        if (step.isEmpty() || isOn(account)) {
            return Optional.empty();
        }
        List<String> paper =
                Stream.generate(SecondFactors::paperCode).limit(PAPER_CODES).toList();
        return tables.unit().sql(connection -> {
            run(
                    connection,
                    "INSERT INTO identity_second_factor VALUES (?, ?, ?)",
                    account,
                    vault.seal(Vault.Kind.TOTP, totp.secret()),
                    step.get());
            for (String one : paper) {
                run(connection, "INSERT INTO identity_recovery_code VALUES (?, ?)", account, hash(account, one));
            }
            audit.record(tables.unit(), AuditRecord.of(acting, "identity.secondFactor.on", "account", account));
            return Optional.of(paper);
        });
    }

    /** Turns it off, if the code is right; it can be guessed no oftener than a password. */
    public boolean turnOff(Acting acting, String code) {
        String account = account(acting);
        String subject = pseudonyms.of("account", account);
        if (guesses.admit(subject, GuessRule.Doubling.USUAL).isPresent() || !accepts(account, code)) {
            return false;
        }
        guesses.succeeded(subject, GuessRule.Doubling.USUAL);
        return remove(account, AuditRecord.of(acting, "identity.secondFactor.off", "account", account));
    }

    /**
     * Turns it off for somebody who has neither phone nor paper.
     *
     * @return whether it was on
     */
    public boolean remove(String account, AuditRecord act) {
        return tables.unit().sql(connection -> {
            boolean on = find(connection, account).isPresent();
            if (on) {
                remove(connection, account);
                audit.record(tables.unit(), act);
            }
            return on;
        });
    }

    /** Whether the code is right, of the app or on paper; a code is good once. */
    boolean accepts(String account, String code) {
        return tables.unit().sql(connection -> {
            Optional<Kept> kept = find(connection, account);
            if (kept.isEmpty()) {
                return false;
            }
            Optional<Long> step = new Totp(
                            vault.open(Vault.Kind.TOTP, kept.get().secret()))
                    .step(plain(code), tables.clock().instant(), kept.get().lastStep());
            if (step.isPresent()) {
                // of two at the same moment one gets it
                return run(
                                connection,
                                "UPDATE identity_second_factor SET last_step = ? WHERE account = ? AND last_step < ?",
                                step.get(),
                                account,
                                step.get())
                        == 1;
            }
            return run(
                            connection,
                            "DELETE FROM identity_recovery_code WHERE account = ? AND hash = ?",
                            account,
                            hash(account, plain(code)))
                    == 1;
        });
    }

    /** Encrypts anew, under the newest key, what is still under an older one. */
    int encryptAnew() {
        return tables.unit().sql(connection -> {
            int count = 0;
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT account, secret FROM identity_second_factor");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String sealed = row.getString(2);
                    if (!vault.isFresh(sealed)) {
                        String plain = vault.open(Vault.Kind.TOTP, sealed);
                        count += run(
                                connection,
                                "UPDATE identity_second_factor SET secret = ? WHERE account = ?",
                                vault.seal(Vault.Kind.TOTP, plain),
                                row.getString(1));
                    }
                }
            }
            return count;
        });
    }

    private record Kept(String secret, long lastStep) {}

    private static Optional<Kept> find(Connection connection, String account) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT secret, last_step FROM identity_second_factor WHERE account = ?")) {
            select.setString(1, account);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Kept(row.getString(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    private static void remove(Connection connection, String account) throws SQLException {
        run(connection, "DELETE FROM identity_recovery_code WHERE account = ?", account);
        run(connection, "DELETE FROM identity_second_factor WHERE account = ?", account);
    }

    private static int run(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }
    }

    private static String account(Acting acting) {
        return acting.person().map(Person::id).orElseThrow();
    }

    /** As typed, without the spaces and hyphens that people put in. */
    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /** The codes have 49 bits; with the portal's secret in the hash a stolen table tells nothing. */
    private String hash(String account, String code) {
        return pseudonyms.of("recovery:" + account, code);
    }

    private static String paperCode() {
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < PAPER_LENGTH; i++) {
            code.append(PAPER_LETTERS.charAt(random.nextInt(PAPER_LETTERS.length())));
        }
        return code.toString();
    }
}
