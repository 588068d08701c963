package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Addressee;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class AccountSignInTest {
    private final Parts parts;

    AccountSignInTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
    }

    @Test
    void user_name_and_address_both_sign_in_whatever_their_case() {
        Account account = parts.account("Halina@Poczta.pl");

        assertThat(List.of("h.wisniewska", "H.Wisniewska ", "halina@poczta.pl", "HALINA@POCZTA.PL"))
                .allSatisfy(name -> assertThat(signIn(name, Parts.PASSWORD))
                        .isInstanceOfSatisfying(
                                SignIn.Welcome.class,
                                welcome -> assertThat(welcome.person().id()).isEqualTo(account.id())));
        assertThat(parts.accounts.find(account.id()).orElseThrow().signedInAt()).contains(parts.clock.instant());
    }

    @Test
    void wrong_password_and_unknown_name_get_the_same_answer() {
        parts.account("halina@poczta.pl");

        assertThat(signIn("halina@poczta.pl", "wrong")).isEqualTo(signIn("nobody@poczta.pl", "wrong"));
        assertThat(parts.acts)
                .extracting(AuditRecord::actor, AuditRecord::result)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("visitor", AuditRecord.Result.REFUSED));
    }

    @Test
    void a_known_and_an_unknown_name_both_take_a_turn_at_hashing() {
        parts.account("halina@poczta.pl");
        Duration patience = Duration.ofMillis(1);
        parts.hashing = new Hashing(Parts.CHEAP, 0, patience);

        assertThat(signIn("halina@poczta.pl", Parts.PASSWORD)).isEqualTo(new SignIn.Later(patience));
        assertThat(signIn("nobody@poczta.pl", Parts.PASSWORD)).isEqualTo(new SignIn.Later(patience));
    }

    @Test
    void letters_reach_the_owner_of_an_account_that_is_used_and_nobody_else() {
        Account account = parts.account("Halina@poczta.pl");
        Account unconfirmed =
                parts.accounts.add(Parts.newAccount("nowa@poczta.pl"), Optional.empty(), Account.State.UNCONFIRMED);

        assertThat(parts.signIn().addressee(account.id()))
                .contains(
                        new Addressee(Optional.of("Halina@poczta.pl"), Locale.forLanguageTag("pl"), Optional.empty()));
        assertThat(parts.signIn().addressee(unconfirmed.id())).isEmpty();
        assertThat(parts.signIn().addressee("nobody")).isEmpty();

        parts.accounts.setLanguage(account.id(), Locale.forLanguageTag("uk"));
        assertThat(parts.signIn().addressee(account.id())).get().satisfies(now -> assertThat(now.language())
                .isEqualTo(Locale.forLanguageTag("uk")));
    }

    @Test
    void an_account_that_nobody_confirmed_tells_so_only_to_who_knows_the_password() {
        parts.accounts.add(
                Parts.newAccount("halina@poczta.pl"),
                Optional.of(PasswordHash.of(Parts.PASSWORD.toCharArray(), Parts.CHEAP)),
                Account.State.UNCONFIRMED);

        assertThat(signIn("halina@poczta.pl", Parts.PASSWORD)).isInstanceOf(SignIn.NotConfirmed.class);
        assertThat(signIn("halina@poczta.pl", "wrong")).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void an_account_without_a_password_cannot_be_entered_by_one() {
        parts.accounts.add(Parts.newAccount("halina@poczta.pl"), Optional.empty(), Account.State.ACTIVE);

        assertThat(signIn("halina@poczta.pl", "")).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn("halina@poczta.pl", "nobody")).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void after_five_failures_even_the_right_password_waits_but_not_for_ever() {
        parts.account("halina@poczta.pl");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("halina@poczta.pl", "wrong")).isInstanceOf(SignIn.Refused.class);
        }

        assertThat(signIn("h.wisniewska", Parts.PASSWORD)).isEqualTo(new SignIn.Later(Duration.ofSeconds(2)));
        parts.clock.pass(Duration.ofSeconds(2));
        assertThat(signIn("halina@poczta.pl", Parts.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn("halina@poczta.pl", "wrong")).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void of_a_thousand_guesses_at_once_only_five_are_looked_at() throws Exception {
        parts.account("halina@poczta.pl");
        SignIn signIn = parts.signIn();
        ExecutorService guessers = Executors.newFixedThreadPool(64);
        try {
            List<Callable<SignIn.Result>> guesses = IntStream.range(0, 1000)
                    .<Callable<SignIn.Result>>mapToObj(i -> () -> signIn.signIn(
                            i % 2 == 0 ? "halina@poczta.pl" : "h.wisniewska",
                            ("guess" + i).toCharArray(),
                            new Origin("198.51.100." + i % 250, "")))
                    .toList();
            int looked = 0;
            for (Future<SignIn.Result> answer : guessers.invokeAll(guesses)) {
                if (!(answer.get() instanceof SignIn.Later)) {
                    looked++;
                }
            }

            assertThat(looked).isEqualTo(5);
        } finally {
            guessers.shutdownNow();
        }
    }

    @Test
    void many_people_sign_in_to_one_account_at_once_as_in_the_demo() throws Exception {
        parts.account("halina@poczta.pl");
        SignIn signIn = parts.signIn();
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<SignIn.Result>> all = IntStream.range(0, 40)
                    .<Callable<SignIn.Result>>mapToObj(i -> () -> {
                        SignIn.Result result = signIn.signIn(
                                "halina@poczta.pl", Parts.PASSWORD.toCharArray(), new Origin("198.51.100." + i, ""));
                        if (result instanceof SignIn.Welcome welcome) {
                            parts.signIn().chooseLanguage(welcome.person().id(), Locale.ENGLISH);
                        }
                        return result;
                    })
                    .toList();

            for (Future<SignIn.Result> answer : people.invokeAll(all)) {
                assertThat(answer.get()).isInstanceOf(SignIn.Welcome.class);
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void one_address_does_not_try_a_thousand_names_but_others_still_sign_in() {
        parts.account("halina@poczta.pl");
        long refused = IntStream.range(0, 100)
                .mapToObj(i -> signIn("name" + i + "@poczta.pl", "wrong"))
                .filter(SignIn.Refused.class::isInstance)
                .count();

        assertThat(refused).isEqualTo(30);
        assertThat(parts.signIn()
                        .signIn("halina@poczta.pl", Parts.PASSWORD.toCharArray(), new Origin("203.0.113.7", "")))
                .isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void a_flood_from_everywhere_is_let_through_drop_by_drop_and_who_signs_in_takes_no_drop() {
        parts.account("halina@poczta.pl");
        for (int i = 0; i < 150; i++) {
            assertThat(signIn("halina@poczta.pl", Parts.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
        }
        long looked = IntStream.range(0, 400)
                .mapToObj(this::guessFromElsewhere)
                .filter(SignIn.Refused.class::isInstance)
                .count();

        assertThat(looked).isEqualTo(300);
        assertThat(guessFromElsewhere(400)).isEqualTo(new SignIn.Later(Duration.ofMillis(100)));
        parts.clock.pass(Duration.ofMillis(100));
        assertThat(guessFromElsewhere(401)).isInstanceOf(SignIn.Refused.class);
        assertThat(guessFromElsewhere(402)).isInstanceOf(SignIn.Later.class);
    }

    private SignIn.Result guessFromElsewhere(int number) {
        return parts.signIn()
                .signIn(
                        "name" + number + "@poczta.pl",
                        "wrong".toCharArray(),
                        new Origin("198.51." + number / 250 + "." + number % 250, ""));
    }

    @Test
    void a_name_that_has_to_wait_is_told_so_without_counting_anything() {
        parts.account("halina@poczta.pl");
        for (int i = 0; i < 6; i++) {
            signIn("halina@poczta.pl", "wrong");
        }
        String counted = counters();

        assertThat(signIn("Halina@poczta.pl", "wrong")).isEqualTo(new SignIn.Later(Duration.ofSeconds(2)));
        assertThat(counters()).isEqualTo(counted);
        parts.clock.pass(Duration.ofSeconds(2));
        assertThat(signIn("halina@poczta.pl", Parts.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
    }

    private String counters() {
        return parts.tables.unit().sql(connection -> {
            try (var rows = connection
                    .createStatement()
                    .executeQuery("SELECT subject, failures, free_at FROM identity_guess ORDER BY subject")) {
                StringBuilder all = new StringBuilder();
                while (rows.next()) {
                    all.append(rows.getString(1)).append(rows.getInt(2)).append(rows.getString(3));
                }
                return all.toString();
            }
        });
    }

    @Test
    void names_that_nobody_tries_any_more_do_not_fill_the_database() {
        signIn("nobody@poczta.pl", "wrong");
        parts.clock.pass(Duration.ofHours(26));
        signIn("somebody@poczta.pl", "wrong");

        int left = parts.tables.unit().sql(connection -> {
            try (var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM identity_guess")) {
                rows.next();
                return rows.getInt(1);
            }
        });
        // the address and the last name
        assertThat(left).isEqualTo(2);
    }

    @Test
    void a_restart_forgives_no_failure() {
        parts.account("halina@poczta.pl");
        for (int i = 0; i < 5; i++) {
            signIn("halina@poczta.pl", "wrong");
        }

        var afterRestart = new AccountSignIn(
                parts.tables,
                parts.accounts,
                new pl.otwartagmina.identity.internal.store.Guesses(parts.tables),
                parts.hashing,
                parts.pseudonyms,
                parts.audit(),
                (locale, key, arguments) -> key,
                parts.secondFactors(),
                parts.federation(),
                parts.reassurance,
                parts.pictureStore);

        assertThat(afterRestart.signIn("halina@poczta.pl", Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isInstanceOf(SignIn.Later.class);
    }

    @Test
    void a_password_is_hashed_anew_when_the_settings_have_become_stronger() {
        Account account = parts.account("halina@poczta.pl");
        parts.hashing = new Hashing(new PasswordHash.Strength(128, 2, 1), 1, Duration.ofSeconds(5));

        signIn("halina@poczta.pl", Parts.PASSWORD);

        assertThat(parts.accounts
                        .find(account.id())
                        .flatMap(Account::password)
                        .orElseThrow()
                        .strength())
                .isEqualTo(new PasswordHash.Strength(128, 2, 1));
        assertThat(signIn("halina@poczta.pl", Parts.PASSWORD)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void the_level_grows_when_the_identity_is_confirmed() {
        Account account = parts.account("halina@poczta.pl");
        assertThat(welcome().level()).isEqualTo(AccessLevel.ACCOUNT);
        assertThat(welcome().party()).isEmpty();

        parts.accounts.verify(account.id(), new Pesel("87022243734"));

        assertThat(welcome().level()).isEqualTo(AccessLevel.VERIFIED);
        assertThat(welcome().party()).isPresent();
    }

    @Test
    void the_language_chosen_comes_with_the_person() {
        Account account = parts.account("halina@poczta.pl");

        parts.signIn().chooseLanguage(account.id(), Locale.forLanguageTag("uk"));

        assertThat(welcome().language()).contains(Locale.forLanguageTag("uk"));
    }

    @Test
    void an_account_that_many_share_keeps_no_language() {
        Account account = parts.account("halina@poczta.pl");
        parts.accounts.keepNoLanguage(account.id());

        parts.signIn().chooseLanguage(account.id(), Locale.forLanguageTag("uk"));

        assertThat(welcome().language()).isEmpty();
    }

    private pl.otwartagmina.api.identity.Person welcome() {
        return ((SignIn.Welcome) signIn("halina@poczta.pl", Parts.PASSWORD)).person();
    }

    private SignIn.Result signIn(String name, String password) {
        return parts.signIn().signIn(name, password.toCharArray(), Parts.HOME);
    }
}
