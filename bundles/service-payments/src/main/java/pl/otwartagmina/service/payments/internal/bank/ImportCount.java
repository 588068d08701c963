package pl.otwartagmina.service.payments.internal.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The entries of a file, sorted by what is to be done with them.
 *
 * @param fresh to be taken
 * @param duplicates known already, or twice in the file
 * @param rejected could not be read
 */
public record ImportCount(List<BankEntry> fresh, List<BankEntry> duplicates, List<Fault> rejected) {
    public ImportCount {
        fresh = List.copyOf(fresh);
        duplicates = List.copyOf(duplicates);
        rejected = List.copyOf(rejected);
    }

    /**
     * Sorts the entries.
     *
     * @param known whether an entry of that {@link BankEntry#key} was taken before
     */
    public static ImportCount of(BankFile file, Predicate<String> known) {
        List<BankEntry> fresh = new ArrayList<>();
        List<BankEntry> duplicates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (BankEntry entry : file.entries()) {
            String key = entry.key();
            (seen.add(key) && !known.test(key) ? fresh : duplicates).add(entry);
        }
        return new ImportCount(fresh, duplicates, file.faults());
    }
}
