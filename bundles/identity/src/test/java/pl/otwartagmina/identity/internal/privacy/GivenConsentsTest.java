package pl.otwartagmina.identity.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.privacy.ConsentTopic;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Parts;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class GivenConsentsTest {
    private static final ConsentTopic NEWS = new News(1);

    private final Parts parts;
    private final GivenConsents consents;
    private final Account account;
    private final Acting acting;

    GivenConsentsTest(Database database, @TempDir Path folder) {
        parts = new Parts(database, folder);
        consents = new GivenConsents(parts.tables, parts.audit());
        consents.add(NEWS);
        account = parts.account("halina@poczta.pl");
        acting = PrivacyParts.acting(account);
    }

    private boolean given() {
        return consents.isGiven(account.id(), "identity.news");
    }

    @Test
    void silence_is_no_consent_and_what_was_given_can_be_taken_back() {
        assertThat(given()).isFalse();
        consents.give(acting, NEWS, Locale.ROOT);
        assertThat(given()).isTrue();
        consents.withdraw(acting, NEWS, Locale.ROOT);
        assertThat(given()).isFalse();

        assertThat(consents.history(account.id()))
                .extracting(GivenConsents.Act::kind, GivenConsents.Act::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(GivenConsents.Kind.WITHDRAWN, "Text 1"),
                        org.assertj.core.groups.Tuple.tuple(GivenConsents.Kind.GIVEN, "Text 1"));
        assertThat(parts.acts)
                .extracting(AuditRecord::action, AuditRecord::reason)
                .contains(org.assertj.core.groups.Tuple.tuple("identity.consent.give", "identity.news 1"));
    }

    @Test
    void whoever_agreed_to_an_older_text_is_asked_anew() {
        consents.give(acting, NEWS, Locale.ROOT);
        consents.remove(NEWS);
        assertThat(given()).as("nobody asks any more").isFalse();

        consents.add(new News(2));
        assertThat(given()).isFalse();
        consents.give(acting, new News(2), Locale.ROOT);
        assertThat(given()).isTrue();
    }

    private record News(int version) implements ConsentTopic {
        @Override
        public String id() {
            return "identity.news";
        }

        @Override
        public String title(Locale language) {
            return "News";
        }

        @Override
        public String text(Locale language) {
            return "Text " + version;
        }
    }
}
