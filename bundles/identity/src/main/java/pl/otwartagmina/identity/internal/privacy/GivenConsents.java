package pl.otwartagmina.identity.internal.privacy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.privacy.ConsentTopic;
import pl.otwartagmina.api.privacy.Consents;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** Consents, each kept with the very text and never written over, so that the gmina can prove them (art. 7 (1) RODO). */
@Component(service = {Consents.class, GivenConsents.class})
public final class GivenConsents implements Consents {
    private final IdentityTables tables;
    private final Audit audit;
    private final Map<String, ConsentTopic> topics = new ConcurrentSkipListMap<>();

    /** What somebody did. */
    public enum Kind {
        GIVEN,
        WITHDRAWN
    }

    /**
     * A consent, or its end.
     *
     * @param version of the text
     * @param title of the topic, as it was then
     * @param text what exactly was agreed to
     */
    public record Act(String topic, int version, Kind kind, String title, String text, Instant at) {}

    @Activate
    public GivenConsents(@Reference IdentityTables tables, @Reference Audit audit) {
        this.tables = tables;
        this.audit = audit;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ConsentTopic topic) {
        topics.put(topic.id(), topic);
    }

    void remove(ConsentTopic topic) {
        topics.values().remove(topic);
    }

    /** What people may agree to now. */
    public List<ConsentTopic> topics() {
        return List.copyOf(topics.values());
    }

    @Override
    public boolean isGiven(String account, String topic) {
        return Optional.ofNullable(topics.get(topic))
                .flatMap(known -> last(account, topic).filter(act -> act.version() == known.version()))
                .filter(act -> act.kind() == Kind.GIVEN)
                .isPresent();
    }

    private Optional<Act> last(String account, String topic) {
        return history(account).stream()
                .filter(act -> act.topic().equals(topic))
                .findFirst();
    }

    /** All that somebody did, the latest first. */
    public List<Act> history(String account) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT topic, text_version, act, title, words,"
                    + " acted_at FROM identity_consent WHERE account = ? ORDER BY id DESC")) {
                select.setString(1, account);
                List<Act> acts = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        acts.add(act(row));
                    }
                }
                return acts;
            }
        });
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getString(1),
                row.getInt(2),
                Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                Moments.get(row, 6).orElseThrow());
    }

    /** The person agrees to the text that was shown in this language. */
    public void give(Acting acting, ConsentTopic topic, Locale language) {
        write(acting, topic, language, Kind.GIVEN);
    }

    /** The person does not agree any more. */
    public void withdraw(Acting acting, ConsentTopic topic, Locale language) {
        write(acting, topic, language, Kind.WITHDRAWN);
    }

    private void write(Acting acting, ConsentTopic topic, Locale language, Kind kind) {
        String account = acting.person().orElseThrow().id();
        String title = topic.title(language);
        String text = topic.text(language);
        tables.unit().sql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO identity_consent"
                    + " (account, topic, text_version, act, title, words, acted_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, account);
                insert.setString(2, topic.id());
                insert.setInt(3, topic.version());
                insert.setString(4, kind.name());
                insert.setString(5, title);
                insert.setString(6, text);
                Moments.set(insert, 7, tables.clock().instant());
                insert.executeUpdate();
            }
            String action = kind == Kind.GIVEN ? "identity.consent.give" : "identity.consent.withdraw";
            audit.record(
                    tables.unit(),
                    AuditRecord.of(acting, action, "account", account).because(topic.id() + " " + topic.version()));
            return true;
        });
    }
}
