package pl.otwartagmina.service.payments.internal.bank;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.bank.BankEntry.Direction;

/**
 * Reads camt.053 (ISO 20022, Bank to Customer Statement) of the versions 02 to 08 and later ones that are alike. A
 * collective entry becomes one entry for each of its transactions.
 */
final class Camt053Reader {
    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,5})?");
    private static final int DAY_LENGTH = 10;

    private final List<BankStatement> statements = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private Camt053Reader() {}

    static BankFile read(byte[] file) throws BankFileRefused {
        Camt053Reader reader = new Camt053Reader();
        XmlFile xml = XmlFile.open(file);
        Optional<XmlFile.Tag> tag = xml.next();
        if (tag.isEmpty() || !NAMESPACE.matcher(xml.namespace()).matches()) {
            throw new BankFileRefused(BankFileRefused.Reason.OTHER_MESSAGE);
        }
        while (tag.isPresent()) {
            if (tag.get().equals(new XmlFile.Tag("Stmt", true))) {
                reader.statement(xml);
            }
            tag = xml.next();
        }
        if (reader.statements.isEmpty() && reader.faults.isEmpty()) {
            throw new BankFileRefused(BankFileRefused.Reason.NO_STATEMENT);
        }
        return new BankFile(xml.encoding(), reader.statements, reader.faults);
    }

    /** Its entries one by one, so that a large file takes no tree of itself. */
    private void statement(XmlFile xml) throws BankFileRefused {
        Draft draft = new Draft(xml.line());
        Optional<XmlFile.Tag> tag = xml.next();
        while (tag.isPresent() && tag.get().begins()) {
            XmlElement element = xml.element();
            switch (tag.get().name()) {
                case "Id" -> draft.number(element.text());
                case "Acct" -> account(draft, element);
                case "Bal" -> balance(draft, element);
                case "Ntry" -> entry(draft, element);
                default -> {
                    // creation, totals, remarks
                }
            }
            tag = xml.next();
        }
        draft.finish(statements, faults);
    }

    private static void account(Draft draft, XmlElement account) {
        draft.account(account.text("Id/IBAN", "Id/Othr/Id"));
        if (!List.of("", "PLN").contains(account.text("Ccy"))) {
            draft.unusable(Fault.Reason.CURRENCY);
        }
    }

    private static void balance(Draft draft, XmlElement balance) {
        String type = balance.text("Tp/CdOrPrtry/Cd");
        boolean opening = type.equals("OPBD") || type.equals("PRCD");
        if (opening || type.equals("CLBD")) {
            Optional<Money> amount = amount(balance);
            if (amount.isEmpty()) {
                draft.unusable(Fault.Reason.AMOUNT);
                return;
            }
            Money signed =
                    balance.text("CdtDbtInd").equals("DBIT") ? amount.get().negate() : amount.get();
            if (opening) {
                draft.opening(signed);
            } else {
                draft.closing(signed);
            }
        }
    }

    private static void entry(Draft draft, XmlElement entry) {
        List<XmlElement> details = entry.all("NtryDtls/TxDtls");
        Optional<Money> amount = amount(entry);
        Optional<Fault.Reason> reason = flaw(entry, amount, details);
        if (reason.isPresent()) {
            draft.next();
            draft.reject(entry.line(), reason.get());
        } else if (details.size() <= 1) {
            add(draft, entry, details.isEmpty() ? entry : details.get(0), amount.orElseThrow());
        } else {
            details.forEach(one -> add(draft, entry, one, part(one).orElseThrow()));
        }
    }

    private static Optional<Fault.Reason> flaw(XmlElement entry, Optional<Money> amount, List<XmlElement> details) {
        // a code of its own since version 04
        if (!entry.text("Sts/Cd", "Sts").equals("BOOK")) {
            return Optional.of(Fault.Reason.NOT_BOOKED);
        }
        if (!entry.first("Amt").flatMap(found -> found.attribute("Ccy")).equals(Optional.of("PLN"))) {
            return Optional.of(Fault.Reason.CURRENCY);
        }
        if (amount.filter(Money::isPositive).isEmpty()) {
            return Optional.of(Fault.Reason.AMOUNT);
        }
        if (!List.of("CRDT", "DBIT").contains(entry.text("CdtDbtInd"))) {
            return Optional.of(Fault.Reason.DIRECTION);
        }
        if (day(entry, "BookgDt").or(() -> day(entry, "ValDt")).isEmpty()) {
            return Optional.of(Fault.Reason.DAY);
        }
        return details.size() > 1 && !comeTo(amount.get(), details)
                ? Optional.of(Fault.Reason.DETAILS)
                : Optional.empty();
    }

    private static boolean comeTo(Money amount, List<XmlElement> details) {
        List<Money> parts = details.stream().flatMap(one -> part(one).stream()).toList();
        return parts.size() == details.size()
                && parts.stream().allMatch(Money::isPositive)
                && parts.stream().reduce(Money.ZERO, Money::plus).equals(amount);
    }

    private static void add(Draft draft, XmlElement entry, XmlElement details, Money amount) {
        int position = draft.next();
        boolean in = entry.text("CdtDbtInd").equals("CRDT");
        String other = in ? "Dbtr" : "Cdtr";
        // without an account the statement as a whole is refused
        draft.account().ifPresent(own -> {
            LocalDate booked =
                    day(entry, "BookgDt").or(() -> day(entry, "ValDt")).orElseThrow();
            draft.add(new BankEntry(
                    draft.number(),
                    position,
                    details.line(),
                    booked,
                    day(entry, "ValDt").orElse(booked),
                    direction(in, entry.text("RvslInd").equals("true")),
                    amount,
                    in ? nrb(details.text("RltdPties/CdtrAcct/Id/IBAN")).orElse(own) : own,
                    bare(details.text("RltdPties/" + other + "Acct/Id/IBAN", "RltdPties/" + other + "Acct/Id/Othr/Id")),
                    // the party has had an element of its own since version 08
                    oneLine(details.text("RltdPties/" + other + "/Nm", "RltdPties/" + other + "/Pty/Nm")),
                    title(entry, details),
                    details.text("Refs/AcctSvcrRef", "AcctSvcrRef", "Refs/TxId", "Refs/EndToEndId")));
        });
    }

    private static Direction direction(boolean in, boolean reversal) {
        if (reversal) {
            // the indicator tells which way the money went, not which way the reversed entry did
            return in ? Direction.DEBIT_REVERSED : Direction.CREDIT_REVERSED;
        }
        return in ? Direction.CREDIT : Direction.DEBIT;
    }

    private static String title(XmlElement entry, XmlElement details) {
        String free = details.all("RmtInf/Ustrd").stream().map(XmlElement::text).collect(Collectors.joining(" "));
        return oneLine(
                free.isBlank()
                        ? details.text("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf") + " "
                                + (details.text("AddtlTxInf").isEmpty() ? entry.text("AddtlNtryInf") : "")
                        : free);
    }

    /** What one transaction of a collective entry is for. */
    private static Optional<Money> part(XmlElement details) {
        return amount(details).or(() -> details.first("AmtDtls/TxAmt").flatMap(Camt053Reader::amount));
    }

    private static Optional<Money> amount(XmlElement parent) {
        String amount = parent.text("Amt");
        if (!AMOUNT.matcher(amount).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(amount).stripTrailingZeros();
        return number.scale() > 2 ? Optional.empty() : Optional.of(new Money(number));
    }

    private static Optional<LocalDate> day(XmlElement entry, String name) {
        String day = entry.text(name + "/Dt", name + "/DtTm");
        try {
            return day.length() < DAY_LENGTH
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day.substring(0, DAY_LENGTH)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Nrb> nrb(String iban) {
        try {
            return iban.isEmpty() ? Optional.empty() : Optional.of(new Nrb(bare(iban)));
        } catch (InvalidNumber other) {
            return Optional.empty();
        }
    }

    private static String bare(String iban) {
        String all = iban.replaceAll("\\s", "");
        return all.matches("PL\\d{26}") ? all.substring(2) : all;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
