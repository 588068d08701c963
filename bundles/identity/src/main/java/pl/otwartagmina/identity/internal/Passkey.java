package pl.otwartagmina.identity.internal;

/**
 * A passkey as the portal knows it.
 *
 * @param data its id and public key (attested credential data of WebAuthn), in base64url
 * @param counter how often the authenticator said that it had signed; always 0 where it does not count
 */
public record Passkey(String data, long counter) {}
