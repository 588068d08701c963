package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * Every screen that a module declares, seen by everybody: let in as declared, and nobody else; and every record that the
 * demo's resident is shown, asked for by others. A new module, screen or role is in it by itself.
 */
@RunningPortal
class AccessMatrixIT {
    private static final Set<String> REFUSALS = Set.of(
            "Logowanie",
            "Najpierw trzeba potwierdzić tożsamość",
            "Potwierdź, że to Ty",
            "Ta strona jest dla pracowników urzędu",
            "To pełnomocnictwo tego nie obejmuje");
    private static final String FAULT = "Coś poszło nie tak";
    /** Stands for a record; nobody has one of this name. */
    private static final String NO_RECORD = "0";

    private static final String COVERED = "payments";
    private static final String PRINCIPAL = "Tartak Modrzew";
    private static final String OTHER_PRINCIPAL = "Spółdzielnia Modrzew";

    /**
     * Somebody in front of a browser.
     *
     * @param mandate the module for which they act in somebody else's name, empty in their own
     */
    private record Somebody(Walk walk, AccessLevel level, String role, Optional<String> mandate) {
        Somebody(Visitor visitor, AccessLevel level, String role) {
            this(new Walk(visitor), level, role, Optional.empty());
        }

        boolean maySee(Screen screen) {
            return level.covers(screen.level())
                    && (screen.role().isEmpty() || screen.role().equals(role))
                    && (!screen.isPersonal()
                            || mandate.map(screen.module()::equals).orElse(true));
        }
    }

    @Test
    void everybody_sees_what_is_declared_for_them_and_nobody_a_record_of_somebody_else(
            Browser browser, PortalProcess portal) {
        portal.withModule("payments");
        List<Screen> screens = Screen.declared(portal);
        assertThat(screens)
                .extracting(Screen::address)
                .contains("/e/identity", "/e/identity/audit", "/e/identity/privacy", "/e/payments")
                .contains("/e/payments/account/:parameter");
        // links are clicked faster than anybody reads; the page then complains of two navigations at once
        browser.expect("Invalid blocker state transition");
        Visitor visitor = browser.visitor(Visitor.DESK).signsIn();
        PaymentIT.begins(visitor);
        visitor.opens("/");
        Somebody owner = new Somebody(visitor, AccessLevel.VERIFIED, "");
        Map<String, Somebody> others = people(browser, portal, screens);
        Map<String, Somebody> all = new LinkedHashMap<>(others);
        all.put("the demo's resident", owner);

        List<String> wrong = new ArrayList<>();
        all.forEach((name, somebody) -> screens.forEach(screen -> {
            String heading = somebody.walk().to(screen.of(NO_RECORD));
            if (REFUSALS.contains(heading) == somebody.maySee(screen) || heading.equals(FAULT)) {
                wrong.add(name + " at " + screen.address() + " sees '" + heading + "'");
            }
        }));
        records(visitor, owner, screens)
                .forEach((screen, records) -> others.forEach((name, somebody) -> {
                    String nothing = answer(somebody, screen, NO_RECORD);
                    for (String record : records) {
                        if (!answer(somebody, screen, record).equals(nothing)) {
                            wrong.add(name + " sees that there is " + screen.of(record));
                        }
                    }
                }));

        assertThat(wrong).isEmpty();
    }

    /** What a page says, without the name of the record that it may repeat. */
    private static String answer(Somebody somebody, Screen screen, String record) {
        somebody.walk().to(screen.of(record));
        return somebody.walk().says().replace(record, "");
    }

    /** Records that the owner is shown: the screens that take one lead to it from those that take none. */
    private static Map<Screen, Set<String>> records(Visitor visitor, Somebody owner, List<Screen> screens) {
        Map<Screen, Set<String>> records = new LinkedHashMap<>();
        screens.stream()
                .filter(screen -> screen.hasParameter() && owner.maySee(screen))
                .forEach(screen -> records.put(screen, new TreeSet<>()));
        for (Screen screen : screens) {
            if (!screen.hasParameter() && owner.maySee(screen)) {
                owner.walk().to(screen.address());
                List<String> links = links(visitor);
                records.forEach((asked, found) -> links.stream()
                        .filter(link -> link.startsWith(asked.beginning()))
                        .map(link -> link.substring(asked.beginning().length()))
                        .forEach(found::add));
            }
        }
        records.forEach((screen, found) -> {
            assertThat(found)
                    .as("records that lead the demo's resident to %s, to ask for as somebody else", screen.address())
                    .isNotEmpty();
            String nothing = answer(owner, screen, NO_RECORD);
            found.forEach(record -> assertThat(answer(owner, screen, record))
                    .as("what the owner sees at %s", screen.of(record))
                    .isNotEqualTo(nothing));
        });
        return records;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Visitor visitor) {
        return (List<String>) visitor.page()
                .locator("main a[href]")
                .evaluateAll("links => links.map(link => new URL(link.href).pathname)");
    }

    private static Map<String, Somebody> people(Browser browser, PortalProcess portal, List<Screen> screens) {
        Map<String, Somebody> people = new LinkedHashMap<>();
        people.put("a visitor", new Somebody(browser.visitor(Visitor.DESK), AccessLevel.PUBLIC, ""));
        people.put("a new resident", person(browser, portal, ""));
        Set<String> roles = screens.stream()
                .map(Screen::role)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(roles).contains("administrator", "auditor", "clerk:identity");
        roles.forEach(role -> people.put(role, person(browser, portal, role)));
        people.putAll(verified(browser, portal));
        return people;
    }

    private static Somebody person(Browser browser, PortalProcess portal, String role) {
        String address = portal.newResident();
        Visitor visitor = browser.visitor(Visitor.DESK);
        if (!role.isEmpty()) {
            portal.operator("identity:grant " + address + " " + role);
        }
        AccountsIT.signIn(visitor.opens("/logowanie"), address, AccountsIT.PASSWORD);
        return new Somebody(visitor, AccessLevel.ACCOUNT, role);
    }

    /** Another resident, in three browsers: in their own name, and by mandates with and without the module that has data. */
    private static Map<String, Somebody> verified(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        // any other module will do
        portal.operator("module:enable oidc");
        Counter.open(browser, portal)
                .verifies(address)
                .looksForAgent(address)
                .fillsIn(PRINCIPAL, "8567346215", Optional.of("Płatności"))
                .enters(PRINCIPAL)
                .looksForAgent(address)
                .fillsIn(OTHER_PRINCIPAL, "1234563218", Optional.of("oidc.title"))
                .enters(OTHER_PRINCIPAL);
        portal.operator("module:disable oidc");
        Map<String, Somebody> people = new LinkedHashMap<>();
        people.put("another resident", new Somebody(signedIn(browser, address), AccessLevel.VERIFIED, ""));
        people.put(
                "by a mandate for " + COVERED,
                new Somebody(
                        new Walk(acting(signedIn(browser, address), PRINCIPAL)),
                        AccessLevel.VERIFIED,
                        "",
                        Optional.of(COVERED)));
        people.put(
                "by a mandate for something else",
                new Somebody(
                        new Walk(acting(signedIn(browser, address), OTHER_PRINCIPAL)),
                        AccessLevel.VERIFIED,
                        "",
                        Optional.of("oidc")));
        return people;
    }

    private static Visitor signedIn(Browser browser, String address) {
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/logowanie");
        AccountsIT.signIn(visitor, address, AccountsIT.PASSWORD);
        return visitor;
    }

    private static Visitor acting(Visitor visitor, String principal) {
        visitor.opens("/w-imieniu");
        visitor.named(AriaRole.BUTTON, Pattern.compile("^" + principal)).click();
        assertThat(visitor.page().getByText("Działasz w imieniu: " + principal)).isVisible();
        return visitor;
    }
}
