package pl.otwartagmina.service.payments.internal.clerk;

import java.util.regex.Pattern;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Pesel;

/** By what a clerk looks for a taxpayer. It is never shown again, logged or put into an address. */
public sealed interface TaxpayerNumber {
    /** Who it is for certain. */
    record Known(PartyKey party) implements TaxpayerNumber {}

    /** An account (karta), which may have several owners. */
    record Card(String number) implements TaxpayerNumber {}

    /** None of these; a typing error in a PESEL or NIP. */
    record Wrong() implements TaxpayerNumber {}

    /** What a number may be taken for. */
    enum Sort {
        PESEL("pesel"),
        NIP("nip"),
        CARD("card");

        private static final Pattern GAPS = Pattern.compile("[ -]");
        private static final Pattern CARD_NUMBER = Pattern.compile("[\\p{L}\\d ._/-]{1,40}");

        private final String code;

        Sort(String code) {
            this.code = code;
        }

        /** The word for it in message keys. */
        public String code() {
            return code;
        }

        /** What was typed, as such a number. */
        public TaxpayerNumber read(String typed, PartyKeys keys) {
            String digits = GAPS.matcher(typed).replaceAll("");
            try {
                return switch (this) {
                    case PESEL -> new Known(keys.of(new Pesel(digits)));
                    case NIP -> new Known(keys.of(new Nip(digits)));
                    case CARD -> CARD_NUMBER.matcher(typed.strip()).matches() ? new Card(typed.strip()) : new Wrong();
                };
            } catch (InvalidNumber wrong) {
                return new Wrong();
            }
        }
    }
}
