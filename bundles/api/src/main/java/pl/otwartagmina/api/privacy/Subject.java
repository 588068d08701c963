package pl.otwartagmina.api.privacy;

import java.util.Optional;
import pl.otwartagmina.api.identity.PartyKey;

/**
 * The person whose data it is (osoba, której dane dotyczą).
 *
 * @param account id of the account
 * @param party key of the person, once the identity is confirmed
 */
public record Subject(String account, Optional<PartyKey> party) {}
