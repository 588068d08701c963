package pl.otwartagmina.service.payments.internal.order;

import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/** What is still open of a due, asked at the moment of booking. */
@FunctionalInterface
public interface OpenDues {
    /** Nobody tells of any due. */
    OpenDues UNKNOWN = (source, due) -> Optional.empty();

    /**
     * What nobody has paid yet.
     *
     * @param all principal and costs that nobody has paid; negative where more came than was owed
     * @param costs the costs of a reminder in it
     */
    record Open(Money all, Money costs) {}

    /**
     * The due of that id, which nobody else books until the transaction is over.
     *
     * @return empty if its module does not tell: then a payment is booked as it was sent
     */
    Optional<Open> of(String source, String due);
}
