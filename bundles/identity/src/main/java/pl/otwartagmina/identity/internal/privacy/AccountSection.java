package pl.otwartagmina.identity.internal.privacy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.DataField;
import pl.otwartagmina.api.privacy.DataGroup;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataTable.Column;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.privacy.PrivacySection;
import pl.otwartagmina.api.privacy.Retention;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.GrantedMandate;
import pl.otwartagmina.identity.internal.SecondFactors;
import pl.otwartagmina.identity.internal.Vault;
import pl.otwartagmina.identity.internal.audit.AuditTrail;
import pl.otwartagmina.identity.internal.audit.PersonalTrail;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.BrowserStore;
import pl.otwartagmina.identity.internal.store.DeviceStore;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.MandateStore;
import pl.otwartagmina.identity.internal.store.PictureStore;

/** What identity knows of a person: the account, its roles and consents, and the part of the trail that is about it. */
@Component(service = {PrivacySection.class, AccountSection.class})
public final class AccountSection implements PrivacySection {
    static final String MODULE = "identity";
    private static final int TRAIL_AT_MOST = 10_000;

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final Vault vault;
    private final SecondFactors secondFactors;
    private final PersonalTrail trail;
    private final GivenConsents consents;
    private final MandateStore mandates;
    private final BrowserStore browsers;
    private final PictureStore pictures;
    private final DeviceStore devices;
    private final Translations translations;

    @Activate
    public AccountSection(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference Vault vault,
            @Reference SecondFactors secondFactors,
            @Reference PersonalTrail trail,
            @Reference GivenConsents consents,
            @Reference MandateStore mandates,
            @Reference BrowserStore browsers,
            @Reference PictureStore pictures,
            @Reference DeviceStore devices,
            @Reference Translations translations) {
        this.tables = tables;
        this.accounts = accounts;
        this.vault = vault;
        this.secondFactors = secondFactors;
        this.trail = trail;
        this.consents = consents;
        this.mandates = mandates;
        this.browsers = browsers;
        this.pictures = pictures;
        this.devices = devices;
        this.translations = translations;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public String title(Locale language) {
        return translations.text(language, "identity.title");
    }

    @Override
    public List<DataGroup> export(Subject subject, Locale language) {
        Words words = new Words(language);
        Account account = accounts.find(subject.account()).orElseThrow();
        return List.of(
                account(account, words),
                DataGroup.of(roles(account, words)),
                DataGroup.of(consents(account, words)),
                DataGroup.of(devices(account, words)),
                DataGroup.of(
                        mandates("given", account.party().map(mandates::givenBy).orElse(List.of()), words)),
                DataGroup.of(mandates("held", mandates.heldBy(account.id()), words)),
                DataGroup.of(browsers(account, words)),
                DataGroup.of(trail(words, "looks", trail.ofOthers(subject, AuditTrail.NEWEST, TRAIL_AT_MOST), true)),
                DataGroup.of(trail(words, "acts", trail.own(subject, AuditTrail.NEWEST, TRAIL_AT_MOST), false)));
    }

    private DataGroup account(Account account, Words words) {
        return DataGroup.of(
                "account",
                words.of("identity.account.data"),
                words.field("firstName", "identity.firstName", DataValue.of(account.firstName())),
                words.field("lastName", "identity.lastName", DataValue.of(account.lastName())),
                words.field("pesel", "identity.verify.pesel", DataValue.of(pesel(account.id()))),
                words.field("userName", "identity.account.userName", DataValue.of(account.userName())),
                words.field(
                        "picture",
                        "identity.picture.title",
                        pictures.of(account.id())
                                .<DataValue>map(one -> new DataValue.Bytes("image/jpeg", one))
                                .orElse(DataValue.NONE)),
                words.field(
                        "email", "identity.email", DataValue.of(account.email().orElse(""))),
                words.field(
                        "language",
                        "identity.export.language",
                        DataValue.of(
                                account.language().map(Locale::toLanguageTag).orElse(""))),
                words.field(
                        "password",
                        "identity.export.password",
                        DataValue.of(account.password().isPresent())),
                words.field(
                        "secondStep", "identity.secondFactor.title", DataValue.of(secondFactors.isOn(account.id()))),
                words.field("verifiedAt", "identity.export.verifiedAt", DataValue.of(account.verifiedAt())),
                words.field("createdAt", "identity.account.since", DataValue.of(account.createdAt())),
                words.field("signedInAt", "identity.account.lastSignIn", DataValue.of(account.signedInAt())));
    }

    private static DataTable roles(Account account, Words words) {
        return new DataTable(
                "roles",
                words.of("identity.account.roles"),
                List.of(new Column("role", words.of("identity.account.roles"))),
                account.roles().stream()
                        .map(Role::toString)
                        .sorted()
                        .map(role -> List.of(DataValue.of(role)))
                        .toList());
    }

    private DataTable consents(Account account, Words words) {
        return new DataTable(
                "consents",
                words.of("identity.consents.title"),
                List.of(
                        new Column("when", words.of("identity.trail.when")),
                        new Column("topic", words.of("identity.consents.topic")),
                        new Column("version", words.of("identity.consents.version")),
                        new Column("act", words.of("identity.trail.what")),
                        new Column("text", words.of("identity.consents.wording"))),
                consents.history(account.id()).stream()
                        .map(act -> List.of(
                                DataValue.of(act.at()),
                                DataValue.of(act.title()),
                                DataValue.of(act.version()),
                                DataValue.of(words.of("identity.consents.act." + act.kind())),
                                DataValue.of(act.text())))
                        .toList());
    }

    private DataTable devices(Account account, Words words) {
        return new DataTable(
                "devices",
                words.of("identity.devices.paired"),
                List.of(
                        new Column("name", words.of("identity.phone.device")),
                        new Column("paired", words.of("identity.export.device.paired")),
                        new Column("used", words.of("identity.export.device.used"))),
                devices.of(account.id()).stream()
                        .map(one -> List.of(
                                DataValue.of(one.name()), DataValue.of(one.pairedAt()), DataValue.of(one.usedAt())))
                        .toList());
    }

    private static DataTable mandates(String id, List<GrantedMandate> mandates, Words words) {
        return new DataTable(
                "mandates-" + id,
                words.of("identity.mandates." + id),
                List.of(
                        new Column("principal", words.of("identity.mandates.principal")),
                        new Column("agent", words.of("identity.mandates.agent")),
                        new Column("scope", words.of("identity.mandates.scope")),
                        new Column("from", words.of("identity.mandates.from")),
                        new Column("to", words.of("identity.mandates.to")),
                        new Column("scan", words.of("identity.mandates.scan")),
                        new Column("granted", words.of("identity.trail.when")),
                        new Column("revoked", words.of("identity.mandates.state.REVOKED"))),
                mandates.stream()
                        .map(one -> List.of(
                                DataValue.of(one.mandate().principalName()),
                                DataValue.of(one.agentName()),
                                DataValue.of(one.mandate().scopes().stream()
                                        .map(scope -> scope.module() + ":" + scope.right())
                                        .sorted()
                                        .collect(Collectors.joining(" "))),
                                DataValue.of(one.mandate().validFrom()),
                                DataValue.of(one.mandate()
                                        .validTo()
                                        .map(LocalDate::toString)
                                        .orElse("")),
                                DataValue.of(one.scan().orElse("")),
                                DataValue.of(one.grantedAt()),
                                DataValue.of(one.revokedAt())))
                        .toList());
    }

    private DataTable browsers(Account account, Words words) {
        return new DataTable(
                "browsers",
                words.of("identity.export.browsers"),
                List.of(
                        new Column("browser", words.of("identity.export.browser")),
                        new Column("first", words.of("identity.export.browser.first")),
                        new Column("last", words.of("identity.export.browser.last"))),
                browsers.of(account.id()).stream()
                        .map(one -> List.of(
                                DataValue.of(one.device().words(words::of)),
                                DataValue.of(one.firstUsed()),
                                DataValue.of(one.lastUsed())))
                        .toList());
    }

    private static DataTable trail(Words words, String id, List<PersonalTrail.Line> lines, boolean others) {
        ActWords acts = new ActWords(words::of);
        return new DataTable(
                id,
                words.of("identity.trail." + id),
                List.of(
                        new Column("when", words.of("identity.trail.when")),
                        new Column("who", words.of(others ? "identity.trail.who" : "identity.trail.address")),
                        new Column("where", words.of("identity.trail.where")),
                        new Column("what", words.of("identity.trail.what")),
                        new Column("why", words.of("identity.trail.why"))),
                lines.stream()
                        .map(line -> List.of(
                                DataValue.of(line.at()),
                                // where others sat is theirs
                                DataValue.of(
                                        others
                                                ? acts.actor(line)
                                                : line.act().origin().address()),
                                DataValue.of(acts.place(line.act())),
                                DataValue.of(acts.act(line.act())),
                                DataValue.of(others || !line.act().reason().isEmpty() ? acts.reason(line.act()) : "")))
                        .toList());
    }

    private String pesel(String account) {
        Optional<String> sealed = tables.unit().sql(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT pesel FROM identity_account WHERE id = ?")) {
                select.setString(1, account);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.<String>empty();
                }
            }
        });
        return sealed.map(text -> vault.open(Vault.Kind.PESEL, text)).orElse("");
    }

    @Override
    public List<String> erasable(Subject subject, Locale language) {
        Words words = new Words(language);
        return List.of(
                words.of("identity.erasure.what.account"),
                words.of("identity.erasure.what.devices"),
                words.of("identity.erasure.what.consents"));
    }

    @Override
    public List<Retention> retained(Subject subject, Locale language) {
        Words words = new Words(language);
        return List.of(new Retention(
                words.of("identity.erasure.kept.trail"),
                words.of("identity.erasure.kept.trail.basis"),
                Optional.empty()));
    }

    /** The account stays as an empty shell to which the trail points; nobody can tell any more whose it was. */
    @Override
    public void erase(Subject subject) {
        String account = subject.account();
        tables.unit().tx(em -> {
            mandates.forget(account, subject.party());
            devices.forget(account);
            return tables.unit().sql(connection -> {
                for (String table : List.of(
                        "identity_recovery_code",
                        "identity_second_factor",
                        "identity_link",
                        "identity_federated",
                        "identity_email_change",
                        "identity_browser",
                        "identity_picture")) {
                    run(connection.prepareStatement("DELETE FROM " + table + " WHERE account = ?"), account);
                }
                run(connection.prepareStatement("DELETE FROM identity_role WHERE account = ?"), account);
                run(connection.prepareStatement("DELETE FROM identity_consent WHERE account = ?"), account);
                String nobody = "usuniete-" + account;
                return run(
                        connection.prepareStatement(
                                "UPDATE identity_account SET user_name = ?, email = NULL, email_normal = NULL,"
                                        + " first_name = 'Konto', last_name = 'usunięte', state = 'CLOSED', password ="
                                        + " NULL, language = NULL, party_key = NULL, pesel = NULL, verified_at = NULL,"
                                        + " signed_in_at = NULL, version = version + 1 WHERE id = ?"),
                        nobody,
                        account);
            });
        });
    }

    private static int run(PreparedStatement statement, String... values) throws SQLException {
        try (statement) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Texts in one language. */
    private final class Words {
        private final Locale language;

        Words(Locale language) {
            this.language = language;
        }

        String of(String key, Object... arguments) {
            return translations.text(language, key, arguments);
        }

        DataField field(String id, String key, DataValue value) {
            return new DataField(id, of(key), value);
        }
    }
}
