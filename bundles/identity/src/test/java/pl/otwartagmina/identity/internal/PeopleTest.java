package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.ScanStore;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class PeopleTest {
    private final Parts parts;
    private final People people;

    PeopleTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        people = parts.people();
    }

    @Test
    void there_is_one_first_administrator() throws Exception {
        char[] password = Parts.PASSWORD.toCharArray();

        assertThat(people.bootstrap("szef", Parts.newAccount("szef@gmina.pl"), password))
                .hasValueSatisfying(boss -> assertThat(boss.roles()).containsExactly(Role.ADMINISTRATOR));
        assertThat(people.bootstrap("szef2", Parts.newAccount("szef2@gmina.pl"), password))
                .isEmpty();
        assertThat(parts.accounts.byName("szef2@gmina.pl")).isEmpty();
    }

    @Test
    void a_role_reaches_open_windows_and_the_audit_trail() {
        Account account = parts.account("halina@poczta.pl");

        people.grant(account, Role.AUDITOR, AuditRecord.atConsole("identity.grant", "account", account.id()));

        assertThat(parts.sessions.changed).singleElement().satisfies(person -> assertThat(person.roles())
                .containsExactly(Role.AUDITOR));
        assertThat(parts.acts).singleElement().satisfies(act -> {
            assertThat(act.action()).isEqualTo("identity.grant");
            assertThat(act.reason()).isEqualTo("auditor");
        });
    }

    @Test
    void a_confirmed_identity_has_the_names_of_the_document_and_is_told_by_letter() {
        Account account = parts.account("halina@poczta.pl");

        Account verified = parts.verification()
                .verify(
                        acting(account),
                        account,
                        "Helena",
                        "Wiśniewska-Nowak",
                        new Pesel("87022243734"),
                        Verification.Document.PASSPORT);

        assertThat(verified.name()).isEqualTo("Helena Wiśniewska-Nowak");
        assertThat(parts.sessions.changed).singleElement().satisfies(person -> assertThat(person.level())
                .isEqualTo(AccessLevel.VERIFIED));
        assertThat(parts.letters).singleElement().satisfies(letter -> assertThat(letter.subject())
                .contains("letter.verified"));
        assertThat(parts.acts).singleElement().satisfies(act -> {
            assertThat(act.reason()).isEqualTo("passport");
            assertThat(act.toString()).doesNotContain("87022243734");
        });
    }

    @Test
    void keys_from_outside_are_rotated_by_the_operator_and_the_secrets_by_the_portal() {
        Vault before = outside("1:" + "a1".repeat(32));
        Account account = parts.account("halina@poczta.pl");
        new AccountStore(parts.tables, parts.keys, before).verify(account.id(), new Pesel("87022243734"));

        assertThat(people(before).rotateKey()).isEqualTo(new People.Rotation(0, false, "key 1 of PORTAL_VAULT_KEYS"));

        Vault after = outside("1:" + "a1".repeat(32) + " 2:" + "b2".repeat(32));
        assertThat(people(after).rotateKey()).isEqualTo(new People.Rotation(1, false, "key 2 of PORTAL_VAULT_KEYS"));
        assertThat(people(after).rotateKey().count()).isZero();
    }

    private Vault outside(String keys) {
        return new Vault(Path.of("none"), Optional.of(new OutsideSecret("PORTAL_VAULT_KEYS", keys)));
    }

    private People people(Vault vault) {
        return new People(
                parts.tables,
                new AccountStore(parts.tables, parts.keys, vault),
                parts.hashing,
                parts.audit(),
                parts.sessions,
                vault,
                parts.secondFactors(),
                new ScanStore(parts.tables, vault));
    }

    private static Acting acting(Account account) {
        return new Acting(Optional.of(account.person()), Locale.ROOT, Parts.HOME);
    }
}
