package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A clerk at the counter, who confirms identities and enters mandates. */
record Counter(Visitor clerk) {
    private static final String TEXT = "Początek nazwiska, adresu e-mail lub nazwy użytkownika";

    static Counter open(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor clerk = browser.visitor(Visitor.DESK);
        portal.operator("identity:grant " + address + " clerk:identity");
        AccountsIT.signIn(clerk.opens("/logowanie"), address, AccountsIT.PASSWORD);
        return new Counter(clerk);
    }

    /** A number that nobody else has; most probably. */
    static String pesel() {
        String digits = "900905" + ThreadLocalRandom.current().nextInt(1000, 10_000);
        int[] weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + (10 - sum % 10) % 10;
    }

    Counter verifies(String address) {
        clerk.opens("/e/identity/verify");
        field(TEXT).fill(address);
        AccountsIT.giveReason(clerk, "wizyta w urzędzie");
        clerk.named(AriaRole.BUTTON, "Szukaj").click();
        field("PESEL").fill(pesel());
        clerk.named(AriaRole.BUTTON, "Potwierdzam tożsamość").click();
        assertThat(clerk.page().locator(".og-badge").getByText("Potwierdzona")).isVisible();
        return this;
    }

    /** Looks for an agent on the screen of mandates; the reason is that of before. */
    Counter looksForAgent(String address) {
        clerk.opens("/e/identity/office-mandates");
        field(TEXT).fill(address);
        if (field("Powód").inputValue().isEmpty()) {
            AccountsIT.giveReason(clerk, "wizyta w urzędzie");
        }
        clerk.named(AriaRole.BUTTON, "Szukaj").click();
        assertThat(field("PESEL albo NIP mocodawcy")).isVisible();
        return this;
    }

    Counter fillsIn(String principal, String number, Optional<String> module) {
        field("Mocodawca: imię i nazwisko albo nazwa").fill(principal);
        field("PESEL albo NIP mocodawcy").fill(number);
        field("Dokument").fill("odpis KRS 0000123456");
        module.ifPresent(title -> {
            field("tylko wybrane usługi").check();
            field(title).check();
        });
        return this;
    }

    Counter enters(String principal) {
        clerk.named(AriaRole.BUTTON, "Zapisz pełnomocnictwo").click();
        assertThat(clerk.page().getByText("może od teraz działać w imieniu: " + principal))
                .isVisible();
        return this;
    }

    private Locator field(String label) {
        return AccountsIT.field(clerk, label);
    }
}
