package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Session fixation: somebody has planted the id of a session in a browser, and must not get in when its owner signs in. */
@RunningPortal
class FixationIT {
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\"\\s*:\\s*\"([^\"]+)\"");
    private static final int CALLS = 20;

    /** Keeps the page's WebSockets where scripts find them, and its calls back once it is told to be silent. */
    private static final String THIEVERY =
            """
            window.sockets = [];
            const Plain = window.WebSocket;
            window.WebSocket = class extends Plain {
              constructor(...values) { super(...values); window.sockets.push(this); }
            };
            const send = XMLHttpRequest.prototype.send;
            XMLHttpRequest.prototype.send = function (...values) {
              if (!window.silent) {
                send.apply(this, values);
              }
            };""";

    /** Sends a call to go to another view as Flow does over WebSockets, under each number that may be the next. */
    private static final String CALL =
            """
            ([key, calls]) => {
              for (let number = 0; number < calls; number++) {
                const call = JSON.stringify({csrfToken: key, syncId: -1, clientId: number, rpc: [{
                  type: 'event', node: 1, event: 'ui-navigate',
                  data: {route: 'e/payments', query: '', appShellTitle: '', historyState: null, trigger: ''}}]});
                window.sockets.forEach(socket => socket.send(call.length + '|' + call));
              }
              return window.sockets.length;
            }""";

    @Test
    void a_session_known_before_the_sign_in_opens_nothing(Browser browser) {
        Visitor resident = browser.visitor(Visitor.DESK).opens("/logowanie");
        Cookie known = session(resident);
        Visitor thief = plant(browser.visitor(Visitor.DESK), known);
        browser.expect("status of 403");
        thief.opens("/");

        resident.signsIn();

        assertThat(session(resident).value).isNotEqualTo(known.value);
        assertThat(thief.page().getByText("Ta strona zbyt długo czekała")).isVisible();
        assertThat(thief.page().getByText("Anna Kowalska")).hasCount(0);
        thief.opens("/e/payments");
        assertThat(thief.heading()).hasText("Logowanie");
        resident.opens("/e/payments");
        assertThat(resident.heading()).hasText("Moje zobowiązania");
    }

    /** A connection that was opened before the sign-in goes on: it must bring nothing and take no calls. */
    @Test
    void a_connection_opened_before_the_sign_in_serves_nobody(Browser browser) {
        browser.expect(".*");
        Visitor resident = browser.visitor(Visitor.DESK).opens("/logowanie");
        Visitor thief = plant(browser.visitor(Visitor.DESK), session(resident));
        List<String> heard = new CopyOnWriteArrayList<>();
        thief.page().onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(frame.text())));
        thief.page().addInitScript(THIEVERY);
        Response start =
                thief.page().waitForResponse(answer -> answer.url().contains("v-r=init"), () -> thief.opens("/"));
        String key = KEY.matcher(start.text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        thief.page().waitForFunction("() => window.sockets.some(socket => socket.readyState === 1)");
        // otherwise the page learns that its session is over and hangs up
        thief.page().evaluate("() => { window.silent = true; }");

        resident.signsIn();
        assertThat(thief.page().evaluate(CALL, List.of(key, CALLS))).isEqualTo(1);

        resident.opens("/e/payments");
        assertThat(resident.heading()).hasText("Moje zobowiązania");
        thief.page().waitForCondition(() -> heard.stream().anyMatch(frame -> frame.contains("sessionExpired")));
        assertThat(heard).noneMatch(frame -> frame.contains("Moje zobowiązania") || frame.contains("Kowalska"));
    }

    @Test
    void a_ticket_to_enter_counts_once_and_in_its_own_session_only(Browser browser) {
        List<String> tickets = new CopyOnWriteArrayList<>();
        Visitor resident = browser.visitor(Visitor.DESK);
        resident.page().onRequest(request -> {
            if (request.url().contains("bilet=")) {
                tickets.add(request.url());
            }
        });
        resident.signsIn();
        assertThat(tickets).hasSize(1);
        Visitor stranger = browser.visitor(Visitor.DESK);
        Visitor guesser = plant(browser.visitor(Visitor.DESK), session(stranger.opens("/")));

        stranger.page().navigate(tickets.get(0));
        guesser.opens("/logowanie/wejscie?bilet=");

        assertThat(stranger.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        assertThat(guesser.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        resident.page().navigate(tickets.get(0));
        assertThat(resident.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
    }

    @Test
    void other_windows_of_the_browser_show_who_has_signed_in(Browser browser) {
        Visitor resident = browser.visitor(Visitor.DESK).opens("/logowanie");
        Visitor other = new Visitor(resident.portal(), resident.page().context().newPage());
        other.opens("/");
        other.marks();

        resident.signsIn();

        assertThat(other.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
        assertThat(other.isSameWindow()).isTrue();
    }

    private static Visitor plant(Visitor visitor, Cookie session) {
        visitor.page()
                .context()
                .addCookies(List.of(new Cookie("portal", session.value)
                        .setUrl(visitor.portal().url("/"))));
        return visitor;
    }

    private static Cookie session(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("portal"))
                .findFirst()
                .orElseThrow();
    }
}
