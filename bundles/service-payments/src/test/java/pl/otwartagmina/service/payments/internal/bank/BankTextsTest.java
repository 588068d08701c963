package pl.otwartagmina.service.payments.internal.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.service.payments.internal.TestTexts;

class BankTextsTest {
    @Test
    void every_reason_has_words_for_the_clerk() {
        TestTexts texts = new TestTexts();
        for (Locale language : TestTexts.LANGUAGES) {
            assertThat(texts.all(language).keySet())
                    .containsAll(Stream.of(Match.Reason.values())
                            .map(reason -> "payments.match." + reason.code())
                            .toList())
                    .containsAll(Stream.of(Fault.Reason.values())
                            .map(reason -> "payments.bank.fault." + reason.code())
                            .toList())
                    .containsAll(Stream.of(BankFileRefused.Reason.values())
                            .map(reason -> "payments.bank.refused." + reason.code())
                            .toList());
        }
    }
}
