package pl.otwartagmina.api.identity;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Who is signed in now, in which browsers. */
@ProviderType
public interface OpenSessions {
    /** The open sessions of an account, the latest first. */
    List<OpenSession> of(String account);

    /** Signs out one session of an account; nothing happens if it has ended already. */
    void end(String account, String session);

    /** Signs out an account everywhere but in one session. */
    void endOthers(String account, String kept);

    /** Mandates of an account were given or revoked: who acts by one that has gone acts in their own name at once. */
    void mandatesChanged(String account);

    /** An account has changed: name, level, roles. Its open windows follow at once. */
    void changed(Person person);
}
