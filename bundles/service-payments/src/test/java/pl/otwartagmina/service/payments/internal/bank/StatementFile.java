package pl.otwartagmina.service.payments.internal.bank;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

/** A statement as a bank writes it, for tests. */
public final class StatementFile {
    public static final String ANNAS_ACCOUNT = "44109010149999000240000021";

    /** The account of the gmina whose statement it is. */
    public static final Nrb OFFICE_ACCOUNT = new Nrb("61109010140000071219812874");

    private static final Money OPENING = Money.of("1000000.00");

    private final String number;
    private final StringBuilder text = new StringBuilder();
    private final List<String> titles = new ArrayList<>();
    private Money balance = OPENING;

    private StatementFile(String number) {
        this.number = number;
    }

    public static StatementFile of(String number) {
        return new StatementFile(number);
    }

    /** Money that came in on 10 November 2026 from Anna's account. */
    public StatementFile with(String amount, String title) {
        return with("C", amount, title, ANNAS_ACCOUNT);
    }

    /** @param mark such as {@code C}, {@code D}, {@code RC} */
    public StatementFile with(String mark, String amount, String title, String from) {
        titles.add(title);
        Money money = Money.of(amount);
        balance = mark.equals("C") || mark.equals("RD") ? balance.plus(money) : balance.minus(money);
        text.append(":61:2611101110")
                .append(mark)
                .append(comma(money))
                .append("NTRFNONREF//B")
                .append(number)
                .append(titles.size())
                .append("\n:86:152~00VE02\n~20")
                .append(title)
                .append("\n~32JAN TESTOWY~38PL")
                .append(from)
                .append('\n');
        return this;
    }

    /** A line that cannot be read; the rest is taken. */
    public StatementFile withFault() {
        text.append(":61:261310XXXX\n");
        return this;
    }

    public String text() {
        return ":20:ST261110\n:25:/PL" + OFFICE_ACCOUNT.digits() + "\n:28C:" + number + "\n:60F:C261110PLN"
                + comma(OPENING) + "\n" + text + ":62F:C261110PLN" + comma(balance) + "\n-}\n";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** As a file is sent. */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }

    private static String comma(Money money) {
        return money.amount().toPlainString().replace('.', ',');
    }
}
