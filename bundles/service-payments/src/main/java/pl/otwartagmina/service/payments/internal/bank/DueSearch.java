package pl.otwartagmina.service.payments.internal.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccount;

/** Where dues are looked for that a transfer may be for. The store answers. */
public interface DueSearch {
    /** All dues of that payer and levy, paid ones too. */
    List<Due> byVirtualAccount(VirtualAccount account);

    /** The due of that id. */
    Optional<Due> byId(String id);

    /**
     * All dues of these cards, paid ones too.
     *
     * @param bareNumbers numbers of cards in upper case with nothing but letters A to Z and digits, such as U142019 for
     *     "U 14/2019"; up to some hundred
     */
    List<Due> byCards(Set<String> bareNumbers);

    /** All dues of those for whom money came from that account before, paid ones too; none for an empty account. */
    List<Due> byCounterAccount(String counterAccount);

    /** Dues for which exactly this is to be paid on that day; some are enough. */
    List<Due> byAmount(Money amount, LocalDate day);
}
