package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Pesel;

/**
 * What the provider's sessions are called, and whose they are: a provider may end all sessions of a person at once. Kept in
 * memory, as the portal's sessions are, and a little longer than those can last.
 */
final class Sessions {
    private static final Duration LIFETIME = Duration.ofHours(9);
    private static final int MOST = 10_000;

    /**
     * One session.
     *
     * @param hint to be shown to the provider at sign-out, if it may be in an address
     */
    private record Opened(String subject, Optional<JWT> hint) {}

    private static final Pattern ELEVEN_DIGITS = Pattern.compile("(?<!\\d)\\d{11}(?!\\d)");

    private final Recent<Opened> opened;

    Sessions(Clock clock) {
        this.opened = new Recent<>(MOST, LIFETIME, clock);
    }

    /** Remembers the session that an ID token began; its name. */
    String begin(JWT token, JWTClaimsSet claims) throws Rejected {
        String session = name(claims);
        // the hint travels in an address, where no PESEL must be, whatever its claim is called
        Optional<JWT> hint = Optional.of(token).filter(any -> !holdsPesel(claims));
        opened.put(session, new Opened(claims.getSubject(), hint));
        return session;
    }

    /** The names of the sessions that a logout token ends. */
    Set<String> end(JWTClaimsSet logout) throws Rejected {
        Set<String> over = new HashSet<>();
        over.add(name(logout));
        String subject = logout.getSubject();
        if (subject != null) {
            over.add(ofSubject(subject));
            if (!logout.getClaims().containsKey("sid")) {
                over.addAll(opened.keys(one -> one.subject().equals(subject)));
            }
        }
        over.forEach(opened::take);
        return over;
    }

    /** The session is over: what the provider is shown to recognise it. */
    Optional<JWT> end(String session) {
        return opened.take(session).flatMap(Opened::hint);
    }

    private static boolean holdsPesel(JWTClaimsSet claims) {
        return ELEVEN_DIGITS.matcher(claims.toString()).results().anyMatch(digits -> {
            try {
                return new Pesel(digits.group()).digits().equals(digits.group());
            } catch (InvalidNumber other) {
                return false;
            }
        });
    }

    private static String name(JWTClaimsSet claims) throws Rejected {
        try {
            String sid = claims.getStringClaim("sid");
            return sid == null ? ofSubject(claims.getSubject()) : "sid:" + ShortName.of(sid);
        } catch (ParseException junk) {
            throw Rejected.notProven("a token whose sid is no text");
        }
    }

    private static String ofSubject(String subject) {
        return "sub:" + ShortName.of(subject);
    }
}
