package pl.otwartagmina.identity.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.NewAccount;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class AccountStoreTest {
    private static final Pesel ROCH = new Pesel("87022243734");

    private final Parts parts;
    private final AccountStore accounts;

    AccountStoreTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        accounts = parts.accounts;
    }

    @Test
    void user_names_are_invented_from_names_of_any_alphabet() {
        assertThat(List.of(
                        name("Łucja", "Żółć"),
                        name("Łucja", "Żółć"),
                        name("Олена", "Ковальчук"),
                        name("Jan Maria", "Nowak-Mazur"),
                        name("李", "小龙")))
                .containsExactly("l.zolc", "l.zolc2", "o.kovalcuk", "j.nowakmazur", "l.xiaolong");
    }

    private String name(String first, String last) {
        return accounts.add(
                        new NewAccount(
                                "a" + System.nanoTime() + "@poczta.pl", first, last, Locale.forLanguageTag("pl")),
                        Optional.empty(),
                        Account.State.ACTIVE)
                .userName();
    }

    @Test
    void an_address_has_one_account_whatever_its_case() {
        parts.account("halina@poczta.pl");

        assertThatThrownBy(() -> parts.account("Halina@Poczta.PL")).isInstanceOf(NameTaken.class);
        assertThat(accounts.search("")).hasSize(1);
    }

    @Test
    void a_person_has_one_account() {
        Account first = parts.account("halina@poczta.pl");
        Account second = parts.account("helena@poczta.pl");
        accounts.verify(first.id(), ROCH);

        assertThatThrownBy(() -> accounts.verify(second.id(), ROCH)).isInstanceOf(NameTaken.class);
        assertThat(accounts.find(second.id()).orElseThrow().verifiedAt()).isEmpty();
    }

    @Test
    void the_pesel_is_nowhere_readable_in_the_row() {
        Account account = parts.account("halina@poczta.pl");
        accounts.verify(account.id(), ROCH);

        String row = parts.tables.unit().sql(connection -> {
            try (var rows =
                    connection.createStatement().executeQuery("SELECT pesel, party_key FROM identity_account")) {
                rows.next();
                return rows.getString(1) + " " + rows.getString(2);
            }
        });

        assertThat(row).startsWith("1:").doesNotContain(ROCH.digits());
    }

    @Test
    void after_a_rotation_every_number_is_under_the_new_key() {
        accounts.verify(parts.account("halina@poczta.pl").id(), ROCH);
        parts.account("jan@poczta.pl");
        assertThat(accounts.encryptAnew()).isZero();

        parts.vault.addKey();

        assertThat(accounts.encryptAnew()).isEqualTo(1);
        assertThat(accounts.encryptAnew()).isZero();
    }

    @Test
    void roles_are_given_and_taken() {
        Account account = parts.account("halina@poczta.pl");

        accounts.grant(account.id(), Role.clerk("payments"));
        accounts.grant(account.id(), Role.clerk("payments"));
        accounts.grant(account.id(), Role.AUDITOR);
        assertThat(accounts.find(account.id()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.clerk("payments"), Role.AUDITOR);
        assertThat(accounts.isHeld(Role.ADMINISTRATOR)).isFalse();
        assertThat(accounts.isHeld(Role.AUDITOR)).isTrue();

        accounts.withdraw(account.id(), Role.AUDITOR);
        assertThat(accounts.find(account.id()).orElseThrow().roles()).containsExactly(Role.clerk("payments"));
        assertThat(accounts.isHeld(Role.AUDITOR)).isFalse();
    }

    @Test
    void a_search_takes_no_wildcards() {
        parts.account("halina_w@poczta.pl");

        assertThat(accounts.search("halina_")).hasSize(1);
        assertThat(accounts.search("WIŚ")).hasSize(1);
        assertThat(accounts.search("%")).isEmpty();
        assertThat(accounts.search("halinaxw")).isEmpty();
    }
}
