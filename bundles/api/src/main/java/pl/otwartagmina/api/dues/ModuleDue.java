package pl.otwartagmina.api.dues;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Nrb;

/**
 * One amount with one last day that is owed to the gmina for what a module does.
 *
 * @param id unique in the module, for ever: 1 to 64 visible characters without a space
 * @param party who owes it
 * @param dueDay last day to pay, already moved off Saturdays and holidays where the law does so
 * @param creditor the gmina's account for it
 * @param partPayment whether a part of it may be paid; otherwise it is paid whole or not at all
 * @param counted ids of all {@link Booked} that {@code amounts} count already. What payments has booked and is not named here
 *     is shown as on its way
 */
public record ModuleDue(
        String id,
        PartyKey party,
        DueLabel label,
        LocalDate dueDay,
        DueAmounts amounts,
        Nrb creditor,
        InterestRule interest,
        boolean partPayment,
        Set<String> counted) {
    private static final Pattern ID = Pattern.compile("\\p{Graph}{1,64}");

    public ModuleDue {
        counted = Set.copyOf(counted);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("The id of a due has 1 to 64 visible characters");
        }
    }
}
