package pl.otwartagmina.service.payments.internal.slip;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Kind;

/**
 * The gmina's accounts of mass payments, by the agreement with its bank: 2 check digits, 8 of the sort code, 4 of the mask
 * that the bank gave for a levy, 12 of the payer.
 *
 * @param sortCode of the bank's branch (numer rozliczeniowy), 8 digits
 * @param masks four digits for each levy that has such accounts, no two the same; none at all means there are no such accounts
 */
public record VirtualAccounts(String sortCode, Map<Kind, String> masks) {
    /** A gmina without mass payments. */
    public static final VirtualAccounts NONE = new VirtualAccounts("", Map.of());

    private static final int[] WEIGHTS = {3, 9, 7, 1, 3, 9, 7};
    private static final int SORT_CODE_AT = 2;
    private static final int MASK_AT = 10;
    private static final int PAYER_AT = 14;

    public VirtualAccounts {
        masks = Map.copyOf(masks);
        if (!masks.isEmpty()) {
            requireSortCode(sortCode);
        }
        if (masks.values().stream().anyMatch(mask -> !mask.matches("\\d{4}"))) {
            throw new IllegalArgumentException("A mask of mass payments has four digits");
        }
        if (new HashSet<>(masks.values()).size() < masks.size()) {
            throw new IllegalArgumentException(
                    "Two levies have the same mask of mass payments: nobody could tell them apart");
        }
    }

    /**
     * As the operator writes it.
     *
     * @param sortCode 8 digits, or empty for none
     * @param masks such as {@code waste 9999}
     * @throws IllegalArgumentException naming what cannot be read
     */
    public static VirtualAccounts of(String sortCode, List<String> masks) {
        Map<Kind, String> byKind = new EnumMap<>(Kind.class);
        for (String line : masks.stream().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            String[] words = line.split("\\s+", -1);
            Optional<Kind> kind = words.length == 2 ? Kind.ofCode(words[0]) : Optional.empty();
            if (kind.isEmpty() || byKind.put(kind.get(), words[1]) != null) {
                throw new IllegalArgumentException(
                        "Not a mask of mass payments, or a second one: '" + line + "'; write for example 'waste 9999'");
            }
        }
        return byKind.isEmpty() ? NONE : new VirtualAccounts(sortCode.strip(), byKind);
    }

    /** The number to pay to; empty where the levy has no such accounts. */
    public Optional<Nrb> number(VirtualAccount account) {
        return Optional.ofNullable(masks.get(account.kind()))
                .map(mask -> Nrb.ofBban(sortCode + mask + account.payer()));
    }

    /**
     * Where a transfer for the due goes: to the payer's own account of the levy, else to the gmina's. {@link #read} is the
     * way back.
     */
    public Nrb payTo(Due due) {
        return VirtualAccount.ofCard(due.kind(), due.card())
                .flatMap(this::number)
                .orElse(due.creditor());
    }

    /** Who pays what to this number; empty where it is none of ours. */
    public Optional<VirtualAccount> read(Nrb number) {
        String digits = number.digits();
        if (masks.isEmpty() || !digits.startsWith(sortCode, SORT_CODE_AT)) {
            return Optional.empty();
        }
        return masks.entrySet().stream()
                .filter(mask -> digits.startsWith(mask.getValue(), MASK_AT))
                .map(mask -> new VirtualAccount(mask.getKey(), digits.substring(PAYER_AT)))
                .findFirst();
    }

    private static void requireSortCode(String code) {
        if (!code.matches("\\d{8}")) {
            throw new IllegalArgumentException("The sort code of a bank has 8 digits");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (code.charAt(i) - '0');
        }
        if ((10 - sum % 10) % 10 != code.charAt(WEIGHTS.length) - '0') {
            throw new IllegalArgumentException("The check digit of the bank's sort code does not fit");
        }
    }
}
