package pl.otwartagmina.service.payments.internal.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.bank.BankEntry.Direction;

class Camt053ReaderTest {
    private static final Nrb OWN = new Nrb("61109010140000071219812874");
    private static final Nrb VIRTUAL = new Nrb("44109010149999000240000021");

    private static final String ONE =
            """
            <Ntry>
              <Amt Ccy="PLN">131.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
              <BookgDt><Dt>2026-03-17</Dt></BookgDt><ValDt><DtTm>2026-03-16T00:00:00+01:00</DtTm></ValDt>
              <AcctSvcrRef>ENTRY1</AcctSvcrRef>
              <NtryDtls><TxDtls>
                <Refs><AcctSvcrRef>REF1</AcctSvcrRef></Refs>
                <RltdPties>
                  <Dbtr><Nm>Żółcisława  Łęcka</Nm></Dbtr>
                  <DbtrAcct><Id><IBAN>PL34999999991234567890123456</IBAN></Id></DbtrAcct>
                  <CdtrAcct><Id><IBAN>PL44109010149999000240000021</IBAN></Id></CdtrAcct>
                </RltdPties>
                <RmtInf><Ustrd>240000021/NIER/2026/R1</Ustrd><Ustrd>Podatek &amp; reszta</Ustrd></RmtInf>
              </TxDtls></NtryDtls>
            </Ntry>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"02", "04", "06", "08"})
    void every_version_that_banks_send_is_read(String version) throws Exception {
        String entry = ONE;
        if (version.compareTo("04") >= 0) {
            entry = entry.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>");
        }
        if (version.equals("08")) {
            entry = entry.replace("<Dbtr>", "<Dbtr><Pty>").replace("</Dbtr>", "</Pty></Dbtr>");
        }
        BankFile file = read(document(entry, "1131.00").replace("001.02", "001." + version));
        assertThat(file.faults()).isEmpty();
        assertThat(file.statements().get(0).account()).isEqualTo(OWN);
        assertThat(file.entries())
                .containsExactly(new BankEntry(
                        "WB/65/2026",
                        1,
                        14,
                        LocalDate.of(2026, 3, 17),
                        LocalDate.of(2026, 3, 16),
                        Direction.CREDIT,
                        Money.of("131"),
                        VIRTUAL,
                        "34999999991234567890123456",
                        "Żółcisława Łęcka",
                        "240000021/NIER/2026/R1 Podatek & reszta",
                        "REF1"));
    }

    @ParameterizedTest
    @CsvSource({"CRDT, false, CREDIT", "DBIT, false, DEBIT", "DBIT, true, CREDIT_REVERSED", "CRDT, true, DEBIT_REVERSED"
    })
    void direction_and_reversal_are_understood(String mark, String reversal, Direction direction) throws Exception {
        String entry = ONE.replace(
                "<CdtDbtInd>CRDT</CdtDbtInd>",
                "<CdtDbtInd>" + mark + "</CdtDbtInd><RvslInd>" + reversal + "</RvslInd>");
        BankEntry read = read(document(entry, mark.equals("CRDT") ? "1131.00" : "869.00"))
                .entries()
                .get(0);
        assertThat(read.direction()).isEqualTo(direction);
        assertThat(read.account()).isEqualTo(mark.equals("CRDT") ? VIRTUAL : OWN);
    }

    @Test
    void a_collective_entry_becomes_its_transactions() throws Exception {
        String entry = collective("100.00", "<Amt Ccy=\"PLN\">60.00</Amt>", amountInDetails("40.00"));
        BankFile file = read(document(entry, "1100.00"));
        assertThat(file.entries())
                .extracting(BankEntry::amount, BankEntry::position, BankEntry::title)
                .containsExactly(tuple(Money.of("60"), 1, "za 0"), tuple(Money.of("40"), 2, "za 1"));
        assertThat(file.statements().get(0).whole()).isTrue();
    }

    @Test
    void a_collective_entry_whose_parts_do_not_come_to_it_is_rejected() throws Exception {
        for (String second : List.of(amountInDetails("39.99"), "", amountInDetails("-40.00"))) {
            BankFile file = read(document(ONE + collective("100.00", amountInDetails("60.00"), second), "1231.00"));
            assertThat(file.faults()).containsExactly(new Fault(24, "WB/65/2026", 2, Fault.Reason.DETAILS));
            assertThat(file.entries()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<Sts>BOOK</Sts>; <Sts>PDNG</Sts>; NOT_BOOKED",
                "Ccy=\"PLN\">131.00; Ccy=\"EUR\">131.00; CURRENCY",
                "131.00; 131,00; AMOUNT",
                "131.00; 131.005; AMOUNT",
                "131.00; 0; AMOUNT",
                "CRDT; HABEN; DIRECTION",
                "2026-03-1; 2026-13-1; DAY"
            })
    void a_bad_entry_is_told_with_its_line_and_the_others_are_taken(String good, String bad, Fault.Reason reason)
            throws Exception {
        BankFile file = read(document(ONE.replace(good, bad) + ONE, "1131.00"));
        assertThat(file.faults()).containsExactly(new Fault(10, "WB/65/2026", 1, reason));
        assertThat(file.entries()).extracting(BankEntry::position).containsExactly(2);
        assertThat(file.statements().get(0).whole()).isEqualTo(reason == Fault.Reason.NOT_BOOKED);
    }

    @Test
    void a_statement_that_does_not_add_up_is_not_taken() throws Exception {
        BankFile file = read(document(ONE, "1131.01"));
        assertThat(file.entries()).isEmpty();
        assertThat(file.faults()).extracting(Fault::reason).containsExactly(Fault.Reason.BALANCE);
    }

    @Test
    void a_statement_without_balance_or_account_or_in_another_currency_is_not_taken() throws Exception {
        String good = document(ONE, "1131.00");
        assertThat(reasons(good.replace("CLBD", "ITBD"))).containsExactly(Fault.Reason.CUT);
        assertThat(reasons(good.replace("PL61", "PL62"))).containsExactly(Fault.Reason.ACCOUNT);
        assertThat(reasons(good.replace("<Ccy>PLN", "<Ccy>EUR"))).containsExactly(Fault.Reason.CURRENCY);
    }

    @Test
    void an_entry_without_details_has_the_words_of_the_bank_as_its_title() throws Exception {
        String entry = ONE.replaceAll("(?s)<NtryDtls>.*</NtryDtls>", "<AddtlNtryInf>WPŁATA W KASIE</AddtlNtryInf>");
        BankEntry read = read(document(entry, "1131.00")).entries().get(0);
        assertThat(read.title()).isEqualTo("WPŁATA W KASIE");
        assertThat(read.reference()).isEqualTo("ENTRY1");
        assertThat(read.account()).isEqualTo(OWN);
    }

    @Test
    void a_document_type_is_refused_and_nothing_is_fetched(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TAJNE");
        String plain = document(ONE, "1131.00").replace("WB/65/2026", "&x;");
        for (String type : List.of(
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE Document [<!ENTITY x \"y\">]>",
                "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE Document>")) {
            refused(() -> read(type + plain), BankFileRefused.Reason.BAD_XML);
            refused(() -> read(type + document(ONE, "1131.00")), BankFileRefused.Reason.BAD_XML);
        }
        refused(() -> read(plain), BankFileRefused.Reason.BAD_XML);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_no_statement_is_refused(String text, BankFileRefused.Reason reason) {
        refused(() -> read(text), reason);
    }

    static Stream<Arguments> broken() {
        String good = document(ONE, "1131.00");
        return Stream.of(
                Arguments.of("<", BankFileRefused.Reason.BAD_XML),
                Arguments.of("<a/>", BankFileRefused.Reason.OTHER_MESSAGE),
                Arguments.of(good.replace("camt.053", "camt.054"), BankFileRefused.Reason.OTHER_MESSAGE),
                Arguments.of(good.substring(0, good.length() / 2), BankFileRefused.Reason.BAD_XML),
                Arguments.of(good.replaceAll("(?s)<Stmt>.*</Stmt>", ""), BankFileRefused.Reason.NO_STATEMENT),
                Arguments.of(
                        document("<Ntry>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</Ntry>", "1.00"),
                        BankFileRefused.Reason.BAD_XML));
    }

    @Test
    void the_declared_encoding_counts() throws Exception {
        String latin = document(ONE, "1131.00")
                .replace("<Document", "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><Document");
        BankFile file = new StatementReader(Mt940Format.USUAL)
                .read(new ByteArrayInputStream(latin.getBytes(Charset.forName("ISO-8859-2"))));
        assertThat(file.entries().get(0).counterName()).isEqualTo("Żółcisława Łęcka");
        assertThat(read("\ufeff\n" + document(ONE, "1131.00")).entries()).hasSize(1);
    }

    private static String amountInDetails(String amount) {
        return "<AmtDtls><TxAmt><Amt Ccy=\"PLN\">" + amount + "</Amt></TxAmt></AmtDtls>";
    }

    private static String collective(String amount, String... details) {
        StringBuilder all =
                new StringBuilder(ONE.replace("131.00", amount).replaceAll("(?s)<NtryDtls>.*", "<NtryDtls>"));
        for (int i = 0; i < details.length; i++) {
            all.append("<TxDtls>")
                    .append(details[i])
                    .append("<RmtInf><Ustrd>za ")
                    .append(i)
                    .append("</Ustrd></RmtInf></TxDtls>");
        }
        return all + "</NtryDtls></Ntry>";
    }

    private static String document(String entries, String closing) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                <GrpHdr><MsgId>1</MsgId></GrpHdr>
                <Stmt><Id>WB/65/2026</Id><CreDtTm>2026-03-17T20:00:00</CreDtTm>
                <Acct><Id><IBAN>PL61109010140000071219812874</IBAN></Id><Ccy>PLN</Ccy></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="PLN">1000.00</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-16</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="PLN">%s</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-17</Dt></Dt></Bal>

                %s
                </Stmt></BkToCstmrStmt></Document>
                """
                .formatted(closing, entries);
    }

    private static List<Fault.Reason> reasons(String text) throws IOException, BankFileRefused {
        return read(text).faults().stream().map(Fault::reason).toList();
    }

    private static void refused(ThrowingCallable reading, BankFileRefused.Reason reason) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(BankFileRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static BankFile read(String text) throws IOException, BankFileRefused {
        return new StatementReader(Mt940Format.USUAL)
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
