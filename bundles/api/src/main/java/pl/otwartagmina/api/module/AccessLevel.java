package pl.otwartagmina.api.module;

/**
 * How sure the portal must be of who is asking (poziom uwierzytelnienia), from nobody to a fresh strong sign-in.
 *
 * <p>Ordered: a person of a higher level may do all that a lower one allows.
 */
public enum AccessLevel {
    /** L0: everybody, without signing in. */
    PUBLIC,
    /** L1: an account with a confirmed e-mail address. */
    ACCOUNT,
    /** L2: the identity was confirmed once, by login.gov.pl or by a clerk. */
    VERIFIED,
    /** L3: signed in strongly in this session, for acts that bind. */
    STRONG;

    /** Whether somebody of this level may enter what asks for {@code required}. */
    public boolean covers(AccessLevel required) {
        return compareTo(required) >= 0;
    }
}
