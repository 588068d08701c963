package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.identity.SignIn.Assurance;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class FederationTest {
    private static final Pesel ROCH = new Pesel("87022243734");
    private static final Pesel SOMEBODY_ELSE = new Pesel("44051401359");

    private final Parts parts;

    FederationTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
    }

    @Test
    void somebody_new_whose_identity_is_proven_gets_a_verified_account_without_password_or_address() {
        SignIn.Welcome welcome = welcome(signIn("login-gov", strong("wk-1", ROCH)));

        assertThat(welcome.person().name()).isEqualTo("Roch Apitz");
        assertThat(welcome.person().level()).isEqualTo(AccessLevel.STRONG);
        Account account = parts.accounts.find(welcome.person().id()).orElseThrow();
        assertThat(account.verifiedAt()).isPresent();
        assertThat(account.email()).isEmpty();
        assertThat(account.password()).isEmpty();
        assertThat(account.party()).contains(parts.keys.of(ROCH));
        assertThat(account.person().level())
                .as("strong is the session, not the account")
                .isEqualTo(AccessLevel.VERIFIED);
        assertThat(parts.letters).isEmpty();
    }

    @Test
    void the_next_time_it_is_the_same_account() {
        Person first = welcome(signIn("login-gov", strong("wk-1", ROCH))).person();
        Person second = welcome(signIn("login-gov", strong("wk-1", ROCH))).person();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(actions())
                .containsExactly(
                        "identity.register",
                        "identity.connect",
                        "identity.verify",
                        "identity.signIn",
                        "identity.signIn");
    }

    @Test
    void a_person_whom_a_clerk_has_verified_is_found_by_the_proven_number() {
        Account halina = parts.account("halina@poczta.pl");
        parts.accounts.verify(halina.id(), ROCH);

        assertThat(welcome(signIn("login-gov", strong("wk-1", ROCH))).person().id())
                .isEqualTo(halina.id());
    }

    @Test
    void a_number_that_the_provider_does_not_vouch_for_opens_nothing() {
        Account halina = parts.account("halina@poczta.pl");
        parts.accounts.verify(halina.id(), ROCH);
        Proof claimed =
                new Proof("someone", AccessLevel.ACCOUNT, Optional.of(ROCH), "Roch", "Apitz", Optional.empty(), "");

        Person person = welcome(signIn("office", claimed)).person();

        assertThat(person.id()).isNotEqualTo(halina.id());
        assertThat(person.level()).isEqualTo(AccessLevel.ACCOUNT);
        assertThat(person.party()).isEmpty();
    }

    @Test
    void an_address_alone_opens_no_account() {
        parts.account("halina@poczta.pl");

        assertThat(signIn("office", weak("sub-1", "Halina@poczta.pl"))).isInstanceOf(SignIn.AddressTaken.class);
        assertThat(signIn("office", weak("sub-1", "h.wisniewska@x.pl"))).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void an_account_connects_a_provider_and_is_entered_by_both() {
        Account halina = parts.account("halina@poczta.pl");

        SignIn.Result connected = connect(halina, "office", weak("sub-1", "halina@poczta.pl"));

        assertThat(welcome(connected).person().id()).isEqualTo(halina.id());
        assertThat(welcome(signIn("office", weak("sub-1", "halina@poczta.pl")))
                        .person()
                        .id())
                .isEqualTo(halina.id());
        assertThat(parts.federation().providers(halina)).containsExactly("office");
    }

    @Test
    void connecting_a_proven_identity_verifies_the_account_and_tells_its_owner() {
        Account halina = parts.account("halina@poczta.pl");

        SignIn.Result connected = connect(halina, "login-gov", strong("wk-1", ROCH));

        assertThat(welcome(connected).person().level()).isEqualTo(AccessLevel.STRONG);
        Account now = parts.accounts.find(halina.id()).orElseThrow();
        assertThat(now.verifiedAt()).isPresent();
        assertThat(now.name()).as("as the provider proves it").isEqualTo("Roch Apitz");
        assertThat(parts.letters)
                .extracting(letter -> letter.text().split(" ")[1])
                .containsExactly("identity.letter.connected.text", "identity.letter.verified.text");
    }

    @Test
    void the_owner_is_told_once_that_another_way_in_was_connected_and_somebody_new_is_not() {
        Account halina = parts.account("halina@poczta.pl");
        connect(halina, "office", weak("sub-1", "halina@poczta.pl"));
        connect(halina, "office", weak("sub-1", "halina@poczta.pl"));
        signIn("office", weak("sub-2", "jan@poczta.pl"));

        assertThat(parts.letters).extracting(letter -> letter.to()).containsExactly("halina@poczta.pl");
    }

    @Test
    void nobody_connects_the_identity_of_another_account() {
        Account halina = parts.account("halina@poczta.pl");
        welcome(signIn("login-gov", strong("wk-1", ROCH)));

        assertThat(connect(halina, "login-gov", strong("wk-1", ROCH))).isInstanceOf(SignIn.OtherAccount.class);
        assertThat(connect(halina, "login-gov", strong("wk-2", ROCH)))
                .as("nor by another name of the same person")
                .isInstanceOf(SignIn.OtherAccount.class);
        assertThat(parts.accounts.find(halina.id()).orElseThrow().party()).isEmpty();
    }

    @Test
    void a_verified_account_is_never_another_persons() {
        Account halina = parts.account("halina@poczta.pl");
        parts.accounts.verify(halina.id(), SOMEBODY_ELSE);
        Person person = parts.accounts.find(halina.id()).orElseThrow().person();

        assertThat(parts.signIn().connect(person, "login-gov", strong("wk-1", ROCH), Parts.HOME))
                .isInstanceOf(SignIn.OtherPerson.class);
        assertThat(parts.federation().providers(halina)).isEmpty();
    }

    @Test
    void a_second_step_is_asked_for_unless_the_provider_proved_the_person_strongly() {
        Account halina = parts.account("halina@poczta.pl");
        connect(halina, "office", weak("sub-1", "halina@poczta.pl"));
        connect(halina, "login-gov", strong("wk-1", ROCH));
        turnOnSecondStep(halina);

        assertThat(signIn("office", weak("sub-1", "halina@poczta.pl"))).isInstanceOf(SignIn.SecondFactor.class);
        assertThat(signIn("login-gov", strong("wk-1", ROCH))).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void who_is_disconnected_is_somebody_new_again() {
        Account halina = parts.account("halina@poczta.pl");
        connect(halina, "office", weak("sub-1", "x@poczta.pl"));
        parts.federation()
                .disconnect(
                        new Acting(Optional.of(halina.person()), People.usualLanguage(), Parts.HOME), halina, "office");

        assertThat(welcome(signIn("office", weak("sub-1", "x@poczta.pl")))
                        .person()
                        .id())
                .isNotEqualTo(halina.id());
        assertThat(actions()).contains("identity.disconnect");
    }

    @Test
    void the_same_new_person_in_many_windows_gets_one_account() throws Exception {
        SignIn signIn = parts.signIn();
        ExecutorService windows = Executors.newFixedThreadPool(8);
        try {
            List<Callable<SignIn.Result>> tries = IntStream.range(0, 8)
                    .<Callable<SignIn.Result>>mapToObj(
                            i -> () -> signIn.federated("login-gov", strong("wk-1", ROCH), Parts.HOME))
                    .toList();
            for (Future<SignIn.Result> answer : windows.invokeAll(tries)) {
                assertThat(answer.get()).isInstanceOf(SignIn.Welcome.class);
            }
        } finally {
            windows.shutdownNow();
        }
        assertThat(parts.accounts.search("apitz")).hasSize(1);
    }

    @Test
    void names_that_do_not_fit_are_made_to() {
        Proof odd =
                new Proof("sub-1", AccessLevel.ACCOUNT, Optional.empty(), " ", "x".repeat(200), Optional.empty(), "");

        Person person = welcome(signIn("office", odd)).person();

        assertThat(person.firstName()).isEqualTo("?");
        assertThat(person.lastName()).hasSize(NewAccount.LONGEST_NAME);
    }

    @Test
    void whoever_finds_an_open_browser_connects_nothing_without_the_password() {
        Account halina = parts.account("halina@poczta.pl");
        SignIn signIn = parts.signIn();
        Proof mine = weak("sub-1", "zlodziej@poczta.pl");

        assertThat(before(halina, "office", AccessLevel.ACCOUNT)).isEqualTo(Assurance.PASSWORD);
        assertThat(before(halina, "login-gov", AccessLevel.STRONG)).isEqualTo(Assurance.PASSWORD);
        assertThat(signIn.connect(halina.person(), "office", mine, Parts.HOME)).isInstanceOf(SignIn.TooLate.class);
        assertThat(signIn.connect(halina.person(), "login-gov", strong("wk-1", ROCH), Parts.HOME))
                .isInstanceOf(SignIn.TooLate.class);
        assertThat(signIn.confirm(halina.person(), "wrong".toCharArray(), Parts.HOME))
                .isInstanceOf(SignIn.Refused.class);
        assertThat(signIn.connect(halina.person(), "office", mine, Parts.HOME)).isInstanceOf(SignIn.TooLate.class);
        assertThat(parts.federation().providers(halina)).isEmpty();
        assertThat(parts.letters).isEmpty();
    }

    @Test
    void the_password_is_good_for_one_connection_in_one_session_for_a_quarter_of_an_hour() {
        Account halina = parts.account("halina@poczta.pl");
        SignIn signIn = parts.signIn();
        confirm(halina);

        assertThat(before(halina, "office", AccessLevel.ACCOUNT)).isEqualTo(Assurance.NONE);
        assertThat(signIn.connect(halina.person(), "office", weak("sub-1", "a@b.pl"), new Origin("192.0.2.9", "other")))
                .isInstanceOf(SignIn.TooLate.class);
        welcome(signIn.connect(halina.person(), "office", weak("sub-1", "a@b.pl"), Parts.HOME));
        assertThat(signIn.connect(halina.person(), "bank", weak("sub-1", "a@b.pl"), Parts.HOME))
                .isInstanceOf(SignIn.TooLate.class);
        confirm(halina);
        parts.clock.pass(Duration.ofMinutes(15));
        assertThat(signIn.connect(halina.person(), "bank", weak("sub-1", "a@b.pl"), Parts.HOME))
                .isInstanceOf(SignIn.TooLate.class);
        assertThat(parts.federation().providers(halina)).containsExactly("office");
    }

    @Test
    void guesses_at_the_password_are_counted_here_too() {
        Account halina = parts.account("halina@poczta.pl");
        for (int i = 0; i < 5; i++) {
            parts.signIn().confirm(halina.person(), "wrong".toCharArray(), Parts.HOME);
        }

        assertThat(parts.signIn().confirm(halina.person(), Parts.PASSWORD.toCharArray(), Parts.HOME))
                .isInstanceOf(SignIn.Later.class);
    }

    @Test
    void who_has_no_password_signs_in_anew_before_connecting_another_provider() {
        Person person =
                welcome(signIn("office", weak("sub-1", "jan@poczta.pl"))).person();
        Account jan = parts.accounts.find(person.id()).orElseThrow();
        assertThat(before(jan, "bank", AccessLevel.ACCOUNT)).as("just came").isEqualTo(Assurance.NONE);
        parts.clock.pass(Duration.ofMinutes(15));

        assertThat(before(jan, "bank", AccessLevel.ACCOUNT)).isEqualTo(Assurance.SIGN_IN);
        assertThat(parts.signIn().connect(person, "bank", weak("b-1", "jan@poczta.pl"), Parts.HOME))
                .isInstanceOf(SignIn.TooLate.class);
        assertThat(before(jan, "office", AccessLevel.ACCOUNT)).isEqualTo(Assurance.NONE);
        welcome(parts.signIn().connect(person, "office", weak("sub-1", "jan@poczta.pl"), Parts.HOME));
        welcome(parts.signIn().connect(person, "bank", weak("b-1", "jan@poczta.pl"), Parts.HOME));
    }

    @Test
    void a_strong_session_is_enough_where_there_is_no_password_and_only_there() {
        Person roch = welcome(signIn("login-gov", strong("wk-1", ROCH))).person();
        parts.clock.pass(Duration.ofHours(1));
        Account halina = parts.account("halina@poczta.pl");

        welcome(parts.signIn().connect(roch, "office", weak("sub-1", "roch@poczta.pl"), Parts.HOME));
        assertThat(parts.signIn()
                        .connect(
                                halina.person().at(AccessLevel.STRONG),
                                "office",
                                weak("sub-2", "halina@poczta.pl"),
                                Parts.HOME))
                .isInstanceOf(SignIn.TooLate.class);
    }

    @Test
    void the_proven_number_of_a_verified_account_needs_no_password() {
        Account halina = parts.account("halina@poczta.pl");
        parts.accounts.verify(halina.id(), ROCH);
        Account verified = parts.accounts.find(halina.id()).orElseThrow();

        assertThat(before(verified, "login-gov", AccessLevel.STRONG)).isEqualTo(Assurance.NONE);
        welcome(parts.signIn().connect(verified.person(), "login-gov", strong("wk-1", ROCH), Parts.HOME));
    }

    private Assurance before(Account account, String provider, AccessLevel level) {
        return parts.signIn().beforeConnecting(account.person(), provider, level, Parts.HOME);
    }

    private void confirm(Account account) {
        welcome(parts.signIn().confirm(account.person(), Parts.PASSWORD.toCharArray(), Parts.HOME));
    }

    private SignIn.Result connect(Account account, String provider, Proof proof) {
        confirm(account);
        return parts.signIn().connect(account.person(), provider, proof, Parts.HOME);
    }

    private void turnOnSecondStep(Account account) {
        Acting acting = new Acting(Optional.of(account.person()), People.usualLanguage(), Parts.HOME);
        Totp app = Totp.random();
        assertThat(parts.secondFactors().turnOn(acting, app, app.code(parts.clock.instant())))
                .isPresent();
    }

    private SignIn.Result signIn(String provider, Proof proof) {
        return parts.signIn().federated(provider, proof, Parts.HOME);
    }

    private static SignIn.Welcome welcome(SignIn.Result result) {
        assertThat(result).isInstanceOf(SignIn.Welcome.class);
        return (SignIn.Welcome) result;
    }

    private List<String> actions() {
        return parts.acts.stream().map(AuditRecord::action).toList();
    }

    private static Proof strong(String subject, Pesel pesel) {
        return new Proof(subject, AccessLevel.STRONG, Optional.of(pesel), "Roch", "Apitz", Optional.empty(), "s-1");
    }

    private static Proof weak(String subject, String address) {
        return new Proof(
                subject, AccessLevel.ACCOUNT, Optional.empty(), "Halina", "Wiśniewska", Optional.of(address), "s-2");
    }
}
