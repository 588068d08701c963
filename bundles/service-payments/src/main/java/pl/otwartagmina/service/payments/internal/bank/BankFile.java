package pl.otwartagmina.service.payments.internal.bank;

import java.util.List;

/**
 * What was read from a file of a bank. Each entry of the file is in a statement or among the faults, or the fault of its
 * statement stands for it.
 *
 * @param encoding of its characters, as it was found
 */
public record BankFile(String encoding, List<BankStatement> statements, List<Fault> faults) {
    public BankFile {
        statements = List.copyOf(statements);
        faults = List.copyOf(faults);
    }

    /** All entries that can be taken. */
    public List<BankEntry> entries() {
        return statements.stream()
                .flatMap(statement -> statement.entries().stream())
                .toList();
    }
}
