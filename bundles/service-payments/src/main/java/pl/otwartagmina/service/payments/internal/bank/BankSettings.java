package pl.otwartagmina.service.payments.internal.bank;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccounts;

/** What the gmina has agreed with its bank, and how late interest is reckoned. */
public record BankSettings(VirtualAccounts virtualAccounts, Mt940Format format, LateInterest lateInterest) {

    /** As the operator writes it, beside what the module itself reads of the same file. */
    public @interface Config {
        /** Rates of late interest that came after this version. */
        String interest() default "";

        /** Rates of interest on debts of civil law that came after this version. */
        String civilInterest() default "";

        /** Sort code of the bank's branch with mass payments, 8 digits; empty for none. */
        String sortCode() default "";

        /** The mask of each levy with mass payments, separated by commas: {@code waste 9998, real-estate 9999}. */
        String masks() default "";

        /** Encoding of MT940: {@code auto} or a name such as {@code windows-1250}. */
        String mt940Encoding() default "auto";

        /** Two digits of the subfield of {@code :86:} that holds the virtual account; empty for none. */
        String mt940VirtualAccount() default "";
    }

    /** @throws IllegalArgumentException naming the line that cannot be read */
    public static BankSettings of(Config config) {
        List<String> masks = List.of(config.masks().split(",", -1));
        VirtualAccounts accounts = named(
                "sortCode = " + config.sortCode() + ", masks = " + config.masks(),
                () -> VirtualAccounts.of(config.sortCode(), masks));
        if (accounts.masks().isEmpty() && !config.sortCode().isBlank()) {
            throw new IllegalArgumentException(
                    "sortCode = " + config.sortCode() + ": without masks nobody knows which levy has virtual accounts");
        }
        String field = config.mt940VirtualAccount().strip();
        Mt940Format format = named(
                "mt940Encoding = " + config.mt940Encoding() + ", mt940VirtualAccount = " + field,
                () -> new Mt940Format(
                        config.mt940Encoding().strip(), Optional.of(field).filter(digits -> !digits.isEmpty())));
        return new BankSettings(accounts, format, LateInterest.of(config.interest(), config.civilInterest()));
    }

    private static <T> T named(String line, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(line + ": " + wrong.getMessage(), wrong);
        }
    }
}
