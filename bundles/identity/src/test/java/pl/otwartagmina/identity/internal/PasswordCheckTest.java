package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class PasswordCheckTest {
    private final Parts parts;
    private final PasswordCheck check;

    PasswordCheckTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        check = parts.passwords();
    }

    private PasswordCheck.Answer ask(Account account, String password) throws Hashing.Busy {
        return check.check(acting(account), password.toCharArray());
    }

    private static Acting acting(Account account) {
        return new Acting(Optional.of(account.person()), Locale.ROOT, Parts.HOME);
    }

    @Test
    void only_the_password_of_the_account_is_right() throws Exception {
        Account account = parts.account("halina@poczta.pl");

        assertThat(ask(account, "wrong")).isEqualTo(PasswordCheck.Answer.WRONG);
        assertThat(ask(account, Parts.PASSWORD)).isEqualTo(PasswordCheck.Answer.RIGHT);
    }

    @Test
    void an_open_browser_is_no_way_around_the_limit_of_guesses() throws Exception {
        Account account = parts.account("halina@poczta.pl");
        for (int i = 0; i < 5; i++) {
            assertThat(ask(account, "wrong")).isEqualTo(PasswordCheck.Answer.WRONG);
        }

        assertThat(ask(account, Parts.PASSWORD)).isEqualTo(PasswordCheck.Answer.TOO_MANY);
    }

    @Test
    void who_has_no_password_is_told_from_who_typed_the_right_one() throws Exception {
        Account account = parts.accounts.add(Parts.newAccount("jan@poczta.pl"), Optional.empty(), Account.State.ACTIVE);

        assertThat(check.isAsked(acting(account))).isFalse();
        assertThat(ask(account, "")).isEqualTo(PasswordCheck.Answer.NONE);
    }
}
