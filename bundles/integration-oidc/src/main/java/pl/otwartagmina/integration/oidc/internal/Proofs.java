package pl.otwartagmina.integration.oidc.internal;

import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Pesel;

/** Makes a proof of what a provider says about a person. */
final class Proofs {
    private static final int LONGEST_NAME = 80;

    private final String peselClaim;

    Proofs(String peselClaim) {
        this.peselClaim = peselClaim;
    }

    Proof proof(Map<String, Object> claims, boolean strong, String session) throws Rejected {
        String first = text(claims, "given_name");
        String last = text(claims, "family_name");
        if (first.isEmpty() && last.isEmpty()) {
            // "Anna Maria Nowak": the last word is the family's
            String name = text(claims, "name");
            int space = name.lastIndexOf(' ');
            first = name.substring(0, Math.max(space, 0));
            last = name.substring(space + 1);
        }
        return new Proof(
                ShortName.of(String.valueOf(claims.get("sub"))),
                strong ? AccessLevel.STRONG : AccessLevel.ACCOUNT,
                strong ? pesel(claims) : Optional.empty(),
                first,
                last,
                email(claims),
                session);
    }

    private Optional<Pesel> pesel(Map<String, Object> claims) throws Rejected {
        if (peselClaim.isEmpty() || !(claims.get(peselClaim) instanceof String digits) || digits.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Pesel(digits.strip()));
        } catch (InvalidNumber wrong) {
            throw Rejected.notProven("the claim " + peselClaim + " holds no PESEL");
        }
    }

    private static Optional<String> email(Map<String, Object> claims) {
        // some providers write the truth in quotation marks
        boolean verified = "true".equals(String.valueOf(claims.get("email_verified")));
        return Optional.of(text(claims, "email")).filter(address -> verified && !address.isEmpty());
    }

    /** Something to be shown: of one line, not too long, empty if there is none. */
    private static String text(Map<String, Object> claims, String name) {
        if (!(claims.get(name) instanceof String text)) {
            return "";
        }
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return name.equals("email")
                ? line
                : line.substring(0, Math.min(line.length(), LONGEST_NAME)).strip();
    }
}
