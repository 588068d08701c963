package pl.otwartagmina.api.dues;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import pl.otwartagmina.api.identity.PartyKey;

/**
 * A module to which something is owed. It registers one service; while that is registered, payments shows its dues in the
 * list, the basket and the totals of open browsers, takes the money, and tells the module of it.
 *
 * <p>The module says what is owed and stays the ledger of its dues; payments reckons interest by the rule that a due names,
 * books what was paid, and keeps an overpayment until the office has given it back. Whose dues are asked for was checked
 * before: the party is the person's own or one that they represent.
 *
 * <p>All methods may be slow or fail. They are called on threads of their own, several at a time, and are interrupted after
 * two seconds; a module that does not answer is named on the page as missing, and the rest of the list goes on.
 */
@ConsumerType
public interface DueSource {
    /** Id of the module, as in its {@code ModuleInfo}; the same always. Its {@code <id>.title} is what people read. */
    String id();

    /**
     * What the party owes, and what it settled lately: about two years are good. Whatever is open has to be there.
     *
     * @param most more than these are not taken, and then the list is shown as incomplete
     * @return in any order, each id once, each of this party
     */
    List<ModuleDue> dues(PartyKey party, int most);

    /** The due of that id as it stands now, whosever it is; also one that is settled. */
    Optional<ModuleDue> due(String id);

    /**
     * The dues that people may mean by these words in the title of a transfer, whosever they are and also settled ones: those
     * whose id or {@link DueLabel#decision} reads so where nothing but letters A to Z and digits is left, such as
     * {@code FV122026} for "FV 12/2026". Money that names a due and comes to what is owed is booked for it without a clerk; a
     * clerk finds a due by the same word.
     *
     * @param references upper case, 1 to 64 characters; some hundred at most, and few of them are a due
     * @return a few at most; a module that people never pay by transfer has none
     */
    default List<ModuleDue> called(Set<String> references) {
        return List.of();
    }

    /**
     * Money was booked for a due of this module, or given back of it. Told at least once, in the order in which it happened to
     * the due, until this returns; by {@link Booked#id} it counts once. From then on, or later, the due's {@code paid} counts
     * it and {@link ModuleDue#counted} names it, both at the same time.
     *
     * <p>Told also for dues that the module has dropped meanwhile: that money is an overpayment, which the office gives back.
     *
     * @throws RuntimeException if it cannot be taken now; it is told again
     */
    void booked(Booked booked);
}
