package pl.otwartagmina.api.gateway;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

/**
 * One payment at a gateway.
 *
 * @param id unique for ever: 1 to 64 letters, digits and {@code -}; the gateway knows the order by it
 * @param title what the payer reads at the gateway, without personal data; up to 100 characters
 * @param shares what goes to which account, at least one; exactly one unless {@link Terms#manyAccounts}
 * @param payer e-mail address for the gateway's own letters, empty if the payer has none
 * @param address of the payer's browser, as the gateway's fraud checks want it
 * @param language of the gateway's pages
 * @param back where the browser comes back to; what it brings along is not believed
 * @param notifications where the gateway sends its notifications
 * @param expires until when it can be paid
 */
public record Order(
        String id,
        String title,
        List<Share> shares,
        Optional<String> payer,
        String address,
        Locale language,
        URI back,
        URI notifications,
        Instant expires) {
    public Order {
        shares = List.copyOf(shares);
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("Not an id of an order: " + id);
        }
        if (title.isBlank() || title.length() > 100) {
            throw new IllegalArgumentException("A title has 1 to 100 characters");
        }
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("An order is for something");
        }
        if (payer.isPresent() && !EmailAddress.isValid(payer.get())) {
            throw new IllegalArgumentException("The payer's address is none that a letter could be sent to");
        }
    }

    /**
     * The part for one account.
     *
     * @param creditor the gmina's account
     * @param title of the transfer that the gmina gets; up to 140 characters
     */
    public record Share(Nrb creditor, Money amount, String title) {
        public Share {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("A share is more than nothing");
            }
        }
    }

    /** The sum of the shares. */
    public Money amount() {
        return shares.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
    }
}
