package pl.otwartagmina.api.privacy;

import org.osgi.annotation.versioning.ProviderType;

/** What people have agreed to. */
@ProviderType
public interface Consents {
    /**
     * Whether the owner of the account agrees now, to the present text of the topic.
     *
     * @param account id of the account
     * @param topic id of a {@link ConsentTopic}
     * @return false as well if nobody registers the topic
     */
    boolean isGiven(String account, String topic);
}
