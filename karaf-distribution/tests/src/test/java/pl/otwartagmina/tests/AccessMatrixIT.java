package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * Every screen that a module declares, seen by everybody: let in as declared, and nobody else. A new module, screen or role is
 * in it by itself.
 */
@RunningPortal
class AccessMatrixIT {
    private static final Set<String> REFUSALS = Set.of(
            "Logowanie",
            "Najpierw trzeba potwierdzić tożsamość",
            "Potwierdź, że to Ty",
            "Ta strona jest dla pracowników urzędu");
    private static final Pattern ROW =
            Pattern.compile("(/e/\\S+) *[|│] *(public|account|verified|strong) *[|│] *([a-z:]*)");

    /** A screen as its module declares it. */
    private record Screen(String address, AccessLevel level, String role) {
        /** With a record that is nobody's where it asks for one. */
        String example() {
            return address.replaceAll(":[^/]+", "0");
        }
    }

    /** Somebody in front of a browser. */
    private record Somebody(Visitor visitor, AccessLevel level, String role) {
        boolean maySee(Screen screen) {
            return level.covers(screen.level())
                    && (screen.role().isEmpty() || screen.role().equals(role));
        }
    }

    @Test
    void everybody_sees_what_is_declared_for_them_and_nothing_else(Browser browser, PortalProcess portal) {
        portal.withModule("payments");
        List<Screen> screens = screens(portal);
        assertThat(screens)
                .extracting(Screen::address)
                .contains("/e/identity", "/e/identity/audit", "/e/identity/privacy", "/e/payments");

        List<String> wrong = new ArrayList<>();
        people(browser, portal, screens).forEach((name, somebody) -> {
            for (Screen screen : screens) {
                somebody.visitor().opens(screen.example());
                String heading = somebody.visitor().heading().innerText();
                if (REFUSALS.contains(heading) == somebody.maySee(screen)) {
                    wrong.add(name + " at " + screen.address() + " sees '" + heading + "'");
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    private static List<Screen> screens(PortalProcess portal) {
        return ROW.matcher(portal.operator("module:views"))
                .results()
                .map(row -> new Screen(
                        row.group(1), AccessLevel.valueOf(row.group(2).toUpperCase(Locale.ROOT)), row.group(3)))
                .toList();
    }

    private static Map<String, Somebody> people(Browser browser, PortalProcess portal, List<Screen> screens) {
        Map<String, Somebody> people = new LinkedHashMap<>();
        people.put("a visitor", new Somebody(browser.visitor(Visitor.DESK), AccessLevel.PUBLIC, ""));
        people.put(
                "the demo's resident",
                new Somebody(browser.visitor(Visitor.DESK).signsIn(), AccessLevel.VERIFIED, ""));
        people.put("a new resident", person(browser, portal, ""));
        Set<String> roles = screens.stream()
                .map(Screen::role)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(roles).contains("administrator", "auditor", "clerk:identity");
        roles.forEach(role -> people.put(role, person(browser, portal, role)));
        return people;
    }

    private static Somebody person(Browser browser, PortalProcess portal, String role) {
        String address = AccountsIT.address();
        Visitor visitor = AccountsIT.confirmed(browser, portal, address);
        if (!role.isEmpty()) {
            portal.operator("identity:grant " + address + " " + role);
        }
        AccountsIT.signIn(visitor.opens("/logowanie"), address, AccountsIT.PASSWORD);
        assertThat(visitor.heading()).isVisible();
        return new Somebody(visitor, AccessLevel.ACCOUNT, role);
    }
}
