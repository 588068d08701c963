package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.OpenSession;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class DevicesTest {
    private static final String NAME = "halina@poczta.pl";
    private static final Origin PHONE = new Origin("198.51.100.7", "session-phone");

    private final Parts parts;
    private final Account account;
    private final Acting acting;
    private final Pairing pairing;
    private final Devices devices;

    DevicesTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        account = parts.account(NAME);
        acting = new Acting(Optional.of(account.person()), Locale.ROOT, Parts.HOME);
        pairing = parts.pairing();
        devices = parts.devices();
    }

    private Pairing.Granted granted() {
        return (Pairing.Granted) pairing.claim(NAME, pairingPin(), PHONE);
    }

    private Pairing.Pin expect() {
        try {
            return pairing.expect(acting);
        } catch (Hashing.Busy busy) {
            throw new IllegalStateException(busy);
        }
    }

    private String pairingPin() {
        return expect().digits();
    }

    private String paired(String pin) {
        return paired(granted(), pin, "");
    }

    private String paired(Pairing.Granted claim, String pin, String before) {
        try {
            return devices.pair(claim, "Telefon Haliny", pin.toCharArray(), before, PHONE)
                    .orElseThrow();
        } catch (Hashing.Busy busy) {
            throw new IllegalStateException(busy);
        }
    }

    private Devices.Unlocking unlock(String secret, String pin) {
        return devices.unlock(secret, pin.toCharArray(), PHONE);
    }

    @Test
    void a_phone_is_paired_with_the_pin_and_unlocked_with_its_own() {
        String secret = paired("2580");

        assertThat(unlock(secret, "2580")).isInstanceOfSatisfying(Devices.Unlocked.class, in -> assertThat(
                        in.person().level())
                .isEqualTo(AccessLevel.ACCOUNT));
        assertThat(devices.of(acting)).singleElement().satisfies(device -> {
            assertThat(device.name()).isEqualTo("Telefon Haliny");
            assertThat(device.usedAt()).contains(parts.clock.instant());
        });
        assertThat(parts.letters).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("devicePaired", "Telefon Haliny"));
    }

    @Test
    void a_phone_of_somebody_verified_opens_what_is_theirs_but_nothing_that_binds() {
        parts.accounts.verify(account.id(), new Pesel("87022243734"));

        assertThat(unlock(paired("2580"), "2580")).isInstanceOfSatisfying(Devices.Unlocked.class, in -> assertThat(
                        in.person().level())
                .isEqualTo(AccessLevel.VERIFIED));
    }

    @Test
    void the_lock_has_to_be_chosen_within_ten_minutes() throws Exception {
        Pairing.Granted claim = granted();
        parts.clock.pass(Duration.ofMinutes(10));

        assertThat(devices.pair(claim, "Telefon", "2580".toCharArray(), "", PHONE))
                .isEmpty();
        assertThat(devices.of(acting)).isEmpty();
    }

    @Test
    void five_wrong_pins_in_a_row_part_the_phone_and_its_owner_is_told() {
        String secret = paired("2580");
        for (int left = 4; left > 0; left--) {
            assertThat(unlock(secret, "1357")).isEqualTo(new Devices.Wrong(left));
        }

        assertThat(unlock(secret, "1357")).isInstanceOf(Devices.NotPaired.class);
        assertThat(unlock(secret, "2580")).isInstanceOf(Devices.NotPaired.class);
        assertThat(devices.of(acting)).isEmpty();
        assertThat(parts.letters).last().satisfies(letter -> assertThat(letter.text())
                .contains("deviceLocked", "Telefon Haliny"));
    }

    @Test
    void the_right_pin_forgives_the_wrong_ones_before() {
        String secret = paired("2580");
        for (int i = 0; i < 3; i++) {
            unlock(secret, "1357");
            unlock(secret, "1357");
            assertThat(unlock(secret, "2580")).isInstanceOf(Devices.Unlocked.class);
        }
    }

    @Test
    void of_many_guesses_at_the_lock_at_once_no_more_than_five_are_looked_at() throws Exception {
        String secret = paired("2580");
        List<Devices.Unlocking> answers = AtOnce.of(100, i -> unlock(secret, "1357"));

        assertThat(answers).filteredOn(Devices.Wrong.class::isInstance).hasSizeLessThanOrEqualTo(4);
        assertThat(devices.of(acting)).isEmpty();
    }

    @Test
    void where_too_many_sign_in_at_once_no_try_is_lost() {
        String secret = paired("2580");
        parts.hashing = new Hashing(Parts.CHEAP, 0, Duration.ofMillis(1));
        Devices busy = parts.devices();
        for (int i = 0; i < 7; i++) {
            assertThat(busy.unlock(secret, "1357".toCharArray(), PHONE)).isInstanceOf(Devices.NotNow.class);
        }

        assertThat(unlock(secret, "1357")).isEqualTo(new Devices.Wrong(4));
    }

    @Test
    void the_pin_helps_nobody_without_the_phone() {
        String secret = paired("2580");

        assertThat(unlock("another secret", "2580")).isInstanceOf(Devices.NotPaired.class);
        assertThat(unlock("", "2580")).isInstanceOf(Devices.NotPaired.class);
        String kept = parts.tables.unit().sql(connection -> {
            try (var row = connection.createStatement().executeQuery("SELECT secret, pin FROM identity_device")) {
                row.next();
                return row.getString(1) + row.getString(2);
            }
        });
        assertThat(kept).doesNotContain(secret).doesNotContain("2580");
        // nor does the PIN fit the hash without the secret of the phone
        assertThat(PasswordHash.parse(kept.substring(kept.indexOf('$'))).fits("2580".toCharArray()))
                .isFalse();
    }

    @Test
    void a_phone_is_unlocked_by_its_passkey_and_by_no_pin() {
        SoftAuthenticator phone = new SoftAuthenticator();
        String secret = pairedByPasskey(phone);

        assertThat(unlock(secret, phone)).isInstanceOf(Devices.Unlocked.class);
        assertThat(unlock(secret, phone)).isInstanceOf(Devices.Unlocked.class);
        assertThat(unlock(secret, "2580")).isEqualTo(new Devices.Wrong(4));
        phone.verifies = false;
        assertThat(unlock(secret, phone)).isEqualTo(new Devices.Wrong(3));
    }

    @Test
    void a_passkey_that_was_copied_opens_once_more_and_never_again() {
        SoftAuthenticator phone = new SoftAuthenticator();
        String secret = pairedByPasskey(phone);
        int copied = phone.counter;
        unlock(secret, phone);
        unlock(secret, phone);
        phone.counter = copied;

        assertThat(unlock(secret, phone)).isEqualTo(new Devices.Wrong(4));
    }

    private String pairedByPasskey(SoftAuthenticator phone) {
        Pairing.Granted claim = granted();
        Challenge challenge = parts.passkeys().challenge();
        String made = phone.create(parts.passkeys().creation(challenge, claim.device(), claim.account(), Locale.ROOT));
        return devices.pair(claim, "Telefon Haliny", challenge, made, "", PHONE).orElseThrow();
    }

    private Devices.Unlocking unlock(String secret, SoftAuthenticator phone) {
        Challenge challenge = parts.passkeys().challenge();
        Passkey known =
                ((PairedDevice.ByPasskey) devices.find(secret).orElseThrow().lock()).passkey();
        return devices.unlock(secret, challenge, phone.get(parts.passkeys().use(challenge, known)), PHONE);
    }

    @Test
    void a_phone_that_is_revoked_unlocks_nothing_and_what_it_opened_is_closed() {
        String secret = paired("2580");
        String other = paired("1470");
        unlock(secret, "2580");
        parts.sessions.open.add(new OpenSession("session-phone", parts.clock.instant(), "", ""));
        devices.unlock(secret, "2580".toCharArray(), new Origin("198.51.100.7", "session-later"));
        parts.sessions.open.clear();
        devices.unlock(other, "1470".toCharArray(), new Origin("198.51.100.8", "session-other"));

        devices.revoke(acting, devices.find(secret).orElseThrow());

        assertThat(unlock(secret, "2580")).isInstanceOf(Devices.NotPaired.class);
        assertThat(parts.sessions.ended)
                .containsExactlyInAnyOrder(account.id() + " session-phone", account.id() + " session-later");
        assertThat(devices.find(other)).isPresent();
    }

    @Test
    void nobody_revokes_the_phone_of_somebody_else() {
        String secret = paired("2580");
        Account stranger = parts.account("jan@poczta.pl");
        Acting other = new Acting(Optional.of(stranger.person()), Locale.ROOT, Parts.HOME);

        devices.revoke(other, devices.find(secret).orElseThrow());

        assertThat(devices.of(other)).isEmpty();
        assertThat(unlock(secret, "2580")).isInstanceOf(Devices.Unlocked.class);
        assertThat(parts.sessions.ended).isEmpty();
    }

    @Test
    void paired_anew_it_is_one_phone_and_not_two() {
        String before = paired("2580");
        String now = paired(granted(), "1470", before);

        assertThat(devices.of(acting)).hasSize(1);
        assertThat(devices.find(before)).isEmpty();
        assertThat(unlock(now, "1470")).isInstanceOf(Devices.Unlocked.class);
    }

    @Test
    void an_account_that_is_closed_opens_by_no_phone() {
        String secret = paired("2580");
        parts.tables.unit().sql(connection -> connection
                .createStatement()
                .executeUpdate("UPDATE identity_account SET state = 'CLOSED', version = version + 1"));

        assertThat(parts.devices().unlock(secret, "2580".toCharArray(), PHONE)).isInstanceOf(Devices.NotPaired.class);
    }

    @Test
    void the_trail_tells_each_step_and_no_pin_or_name_of_the_phone() {
        String secret = paired("2580");
        unlock(secret, "1357");
        unlock(secret, "2580");
        devices.revoke(acting, devices.find(secret).orElseThrow());
        pairing.claim(NAME, "123456", PHONE);

        assertThat(parts.acts)
                .extracting(AuditRecord::action, AuditRecord::result)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("identity.device.expect", AuditRecord.Result.DONE),
                        org.assertj.core.groups.Tuple.tuple("identity.device.pair", AuditRecord.Result.DONE),
                        org.assertj.core.groups.Tuple.tuple("identity.signIn", AuditRecord.Result.REFUSED),
                        org.assertj.core.groups.Tuple.tuple("identity.signIn", AuditRecord.Result.DONE),
                        org.assertj.core.groups.Tuple.tuple("identity.device.revoke", AuditRecord.Result.DONE),
                        org.assertj.core.groups.Tuple.tuple("identity.device.pair", AuditRecord.Result.REFUSED));
        assertThat(parts.acts)
                .noneMatch(act ->
                        act.toString().contains("Telefon") || act.reason().contains("2580"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2580", "1357", "19480", "20261122", "1212"})
    void pins_of_four_to_eight_digits_are_good(String pin) {
        assertThat(Devices.isGoodPin(pin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "258", "258025802", "25a0", "1111", "00000000", "1234", "87654321", "٢٥٨٠"})
    void pins_that_are_tried_first_are_not(String pin) {
        assertThat(Devices.isGoodPin(pin)).isFalse();
    }
}
