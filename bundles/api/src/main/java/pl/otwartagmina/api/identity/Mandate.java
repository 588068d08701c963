package pl.otwartagmina.api.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A mandate in force (pełnomocnictwo, or the right of an organ to represent): who may do what in whose name.
 *
 * @param id opaque and stable
 * @param principal the party represented (mocodawca): a person or a company
 * @param principalName such as "Jan Nowak" or "Spółdzielnia Rolna Modrzew"
 * @param scopes what it covers
 * @param validFrom the first day
 * @param validTo the last day, empty until it is revoked
 */
public record Mandate(
        String id,
        PartyKey principal,
        String principalName,
        Set<Scope> scopes,
        LocalDate validFrom,
        Optional<LocalDate> validTo) {

    /** Of a {@link Scope}: all modules, those to come included. */
    public static final String ALL_MODULES = "*";

    /** What one may do in the name of somebody else. */
    public enum Right {
        /** See dues, cases, letters (wgląd). Every mandate has it. */
        VIEW,
        /** Pay what is owed (płatności). */
        PAY,
        /** File applications, declarations and objections (składanie pism). */
        FILE
    }

    /**
     * A right in a module.
     *
     * @param module id of the module, or {@link #ALL_MODULES}
     */
    public record Scope(String module, Right right) {}

    public Mandate {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it covers a right in a module. */
    public boolean covers(String module, Right right) {
        return scopes.contains(new Scope(module, right)) || scopes.contains(new Scope(ALL_MODULES, right));
    }

    /** Whether it is in force on a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.filter(last -> last.isBefore(day)).isEmpty();
    }
}
