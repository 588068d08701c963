package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.gmina.Office;

class PasskeysTest {
    private static final String DEVICE = "0e6f0a3c-2f54-4d6d-9d1c-1f3a5b7c9d00";
    private static final Account HALINA = new Account(
            "a1",
            "h.wisniewska",
            Optional.empty(),
            "Halina",
            "Wiśniewska",
            Account.State.ACTIVE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            Set.of());

    private final Passkeys passkeys = new Passkeys(new Parts.Town());
    private final SoftAuthenticator phone = new SoftAuthenticator();

    private Optional<Passkey> make() {
        Challenge challenge = passkeys.challenge();
        return passkeys.made(challenge, phone.create(creation(challenge)));
    }

    private String creation(Challenge challenge) {
        return passkeys.creation(challenge, DEVICE, HALINA, Locale.ROOT);
    }

    private Optional<Passkey> use(Passkey known) {
        Challenge challenge = passkeys.challenge();
        return passkeys.used(challenge, DEVICE, known, phone.get(passkeys.use(challenge, known)));
    }

    @Test
    void a_passkey_is_made_and_used_again_and_again() {
        Passkey made = make().orElseThrow();
        Passkey once = use(made).orElseThrow();
        Passkey twice = use(once).orElseThrow();

        assertThat(List.of(made.counter(), once.counter(), twice.counter())).containsExactly(1L, 2L, 3L);
        assertThat(twice.data()).isEqualTo(made.data());
    }

    @Test
    void an_authenticator_that_does_not_count_is_taken_too() {
        phone.counter = 0;
        Passkey made = make().orElseThrow();
        phone.counter = -1;

        assertThat(use(made)).contains(made);
    }

    @Test
    void the_browser_is_asked_to_look_who_holds_the_phone_and_nothing_of_its_maker() {
        assertThat(creation(passkeys.challenge()))
                .contains("\"userVerification\":\"required\"", "\"attestation\":\"none\"", "\"platform\"")
                .contains("\"id\":\"portal.modrzewiny.example\"");
        assertThat(passkeys.use(passkeys.challenge(), make().orElseThrow()))
                .contains("\"userVerification\":\"required\"", "\"rpId\":\"portal.modrzewiny.example\"");
    }

    @Test
    void an_answer_is_good_once() {
        Challenge making = passkeys.challenge();
        String created = phone.create(creation(making));
        Passkey known = passkeys.made(making, created).orElseThrow();
        Challenge using = passkeys.challenge();
        String said = phone.get(passkeys.use(using, known));

        assertThat(passkeys.made(making, created)).isEmpty();
        assertThat(passkeys.used(using, DEVICE, known, said)).isPresent();
        assertThat(passkeys.used(using, DEVICE, known, said)).isEmpty();
    }

    @Test
    void an_answer_to_another_challenge_is_refused() {
        String created = phone.create(creation(passkeys.challenge()));
        Passkey known = make().orElseThrow();
        String said = phone.get(passkeys.use(passkeys.challenge(), known));

        assertThat(passkeys.made(passkeys.challenge(), created)).isEmpty();
        assertThat(passkeys.used(passkeys.challenge(), DEVICE, known, said)).isEmpty();
    }

    @Test
    void an_answer_for_making_is_none_for_using() {
        Passkey known = make().orElseThrow();
        Challenge challenge = passkeys.challenge();

        assertThat(passkeys.used(challenge, DEVICE, known, phone.create(creation(challenge))))
                .isEmpty();
    }

    @Test
    void another_origin_is_refused() {
        Passkey known = make().orElseThrow();
        for (String other : List.of(
                "https://portal.modrzewiny.example.evil.example",
                "http://portal.modrzewiny.example",
                "https://portal.modrzewiny.example:8443")) {
            phone.origin = other;

            assertThat(make()).as(other).isEmpty();
            assertThat(use(known)).as(other).isEmpty();
        }
    }

    @Test
    void another_site_is_refused() {
        Passkey known = make().orElseThrow();
        phone.site = "modrzewiny.example";

        assertThat(make()).isEmpty();
        assertThat(use(known)).isEmpty();
    }

    @Test
    void a_phone_that_did_not_look_who_holds_it_is_refused() {
        Passkey known = make().orElseThrow();
        phone.verifies = false;

        assertThat(make()).isEmpty();
        assertThat(use(known)).isEmpty();
    }

    @Test
    void a_counter_that_goes_back_or_stands_still_tells_of_a_copy() {
        Passkey known = use(make().orElseThrow()).orElseThrow();

        phone.counter = (int) known.counter() - 1;
        assertThat(use(known)).isEmpty();
        phone.counter = 0;
        assertThat(use(known)).isEmpty();
        phone.counter = (int) known.counter();
        assertThat(use(known)).isPresent();
    }

    @Test
    void the_passkey_of_somebody_else_is_refused() {
        Passkey known = make().orElseThrow();
        SoftAuthenticator stranger = new SoftAuthenticator();
        Challenge making = passkeys.challenge();
        stranger.create(creation(making));
        Challenge challenge = passkeys.challenge();

        assertThat(passkeys.used(challenge, DEVICE, known, stranger.get(passkeys.use(challenge, known))))
                .isEmpty();
    }

    @Test
    void the_id_of_a_known_passkey_does_not_help_without_its_key() {
        Passkey known = make().orElseThrow();
        SoftAuthenticator stranger = phone.withAnotherKey();
        Challenge challenge = passkeys.challenge();

        assertThat(passkeys.used(challenge, DEVICE, known, stranger.get(passkeys.use(challenge, known))))
                .isEmpty();
    }

    @Test
    void a_passkey_made_for_another_device_of_the_portal_is_refused() {
        Passkey known = make().orElseThrow();
        Challenge challenge = passkeys.challenge();

        assertThat(passkeys.used(challenge, "another", known, phone.get(passkeys.use(challenge, known))))
                .isEmpty();
    }

    @Test
    void what_is_no_answer_at_all_is_refused() {
        Passkey known = make().orElseThrow();
        for (String nonsense : List.of(
                "{}", "[]", "null", "{\"id\":1}", "x", "{\"rawId\":\"\",\"response\":{}}", "[".repeat(50_000))) {
            assertThat(passkeys.made(passkeys.challenge(), nonsense))
                    .as(nonsense)
                    .isEmpty();
            assertThat(passkeys.used(passkeys.challenge(), DEVICE, known, nonsense))
                    .as(nonsense)
                    .isEmpty();
        }
    }

    @Test
    void browsers_allow_them_over_https_under_a_name_only() {
        assertThat(List.of("https://portal.modrzewiny.example/", "http://localhost:8181/"))
                .allMatch(address -> new Passkeys(at(address)).arePossible());
        assertThat(List.of(
                        "http://portal.modrzewiny.example/",
                        "http://127.0.0.1:8181/",
                        "https://192.0.2.7/",
                        "https://[2001:db8::a]/"))
                .noneMatch(address -> new Passkeys(at(address)).arePossible());
    }

    private static Office at(String address) {
        return new Office() {
            @Override
            public String name(Locale locale) {
                return "Gmina Modrzewiny";
            }

            @Override
            public URI portal() {
                return URI.create(address);
            }

            @Override
            public String controller() {
                return "";
            }

            @Override
            public String dataProtectionOfficer() {
                return "";
            }
        };
    }
}
