package pl.otwartagmina.service.payments.internal.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccount;

/** Dues in memory. */
final class KnownDues implements DueSearch {
    private final LateInterest interest = LateInterest.builtIn();
    private final List<Due> dues = new ArrayList<>();
    private String knownAccount = "";
    private Optional<PartyKey> knownPayer = Optional.empty();

    KnownDues with(Due... more) {
        dues.addAll(List.of(more));
        return this;
    }

    void paidBefore(String account, PartyKey party) {
        knownAccount = account;
        knownPayer = Optional.of(party);
    }

    List<Due> all() {
        return dues;
    }

    @Override
    public List<Due> byVirtualAccount(VirtualAccount account) {
        return dues.stream().filter(due -> account.isOf(due.kind(), due.card())).toList();
    }

    @Override
    public Optional<Due> byId(String id) {
        return dues.stream().filter(due -> due.id().equals(id)).findFirst();
    }

    @Override
    public List<Due> byCards(Set<String> bareNumbers) {
        return dues.stream()
                .filter(due -> bareNumbers.contains(TitleWords.bare(due.card())))
                .toList();
    }

    @Override
    public List<Due> byCounterAccount(String counterAccount) {
        return dues.stream()
                .filter(due -> counterAccount.equals(knownAccount) && knownPayer.equals(Optional.of(due.party())))
                .toList();
    }

    @Override
    public List<Due> byAmount(Money amount, LocalDate day) {
        return dues.stream()
                .filter(due -> Owed.on(day, due, interest).toPay().equals(amount))
                .toList();
    }
}
