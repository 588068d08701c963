package pl.otwartagmina.api.mail;

import org.osgi.annotation.versioning.ConsumerType;

/** Carries letters to the outside, for example over SMTP. */
@ConsumerType
public interface MailCarrier {
    /**
     * Hands the letter over; when this returns, the next server has taken it. May take a minute at most.
     *
     * @throws MailUnavailable if it can be tried again later
     * @throws MailRefused if it will never be taken, as when the address does not exist
     */
    void carry(Letter letter) throws MailUnavailable, MailRefused;
}
