package pl.otwartagmina.integration.sandboxbank.internal.bank;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import pl.otwartagmina.api.gmina.Office;

/**
 * {@code pay/<token>} for people, {@code api/orders} for the gmina's programs, {@code test} for programs on this machine.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("sandbox-bank")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardContextSelect(BankContext.SELECT)
@SuppressWarnings("serial") // never serialised
public final class BankServlet extends HttpServlet {
    private static final int LONGEST_BODY = 64 * 1024;

    private final BankContext context;
    private final Agreement agreement;
    private final Bank bank;
    private final MerchantApi merchants;
    private final TestApi tests;
    private final PayPage page;

    @Activate
    public BankServlet(
            @Reference BankContext context,
            @Reference Agreement agreement,
            @Reference Bank bank,
            @Reference Office office) {
        this.context = context;
        this.agreement = agreement;
        this.bank = bank;
        this.merchants = new MerchantApi(bank);
        this.tests = new TestApi(bank, agreement.hasTestApi());
        this.page = new PayPage(office);
    }

    @Override
    public void init() {
        context.opened();
    }

    @Override
    public void destroy() {
        context.closed();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        List<String> parts = List.of(path.substring(1).split("/"));
        switch (parts.get(0)) {
            case "style.css" -> style(response);
            case "pay" -> pay(request, response, parts.size() == 2 ? parts.get(1) : "");
            case "api" -> program(request, response, parts);
            case "test" -> test(request, response, parts);
            default -> unknown(response, Words.of(request.getLocale().getLanguage()));
        }
    }

    private static void style(HttpServletResponse response) throws IOException {
        response.setContentType("text/css;charset=utf-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        try (InputStream style = BankServlet.class.getResourceAsStream("style.css")) {
            if (style == null) {
                throw new IllegalStateException("The bundle lacks its style sheet");
            }
            style.transferTo(response.getOutputStream());
        }
    }

    private void pay(HttpServletRequest request, HttpServletResponse response, String token) throws IOException {
        Optional<Entry> found = bank.byToken(token);
        String asked = parameter(request, "lang");
        if (found.isEmpty()) {
            unknown(response, Words.of(asked.isEmpty() ? request.getLocale().getLanguage() : asked));
            return;
        }
        Entry order = found.get();
        Words words = Words.of(asked.isEmpty() ? order.language().getLanguage() : asked);
        boolean open = order.state() == Entry.State.OPEN;
        if (open && request.getMethod().equals("POST")) {
            choose(request, response, order, words);
        } else {
            html(response, order, open ? page.open(order, PayForm.EMPTY, "", words) : page.settled(order, words));
        }
    }

    private void choose(HttpServletRequest request, HttpServletResponse response, Entry order, Words words)
            throws IOException {
        PayForm form = PayForm.of(name -> parameter(request, name));
        boolean paid = parameter(request, "act").equals("pay");
        if (paid && !form.fault().isEmpty()) {
            html(response, order, page.open(order, form, form.fault(), words));
            return;
        }
        boolean settled =
                bank.settle(order, paid, paid ? "paid by " + form.way() : "refused by the payer", form.trial());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", settled ? order.back().toString() : "?lang=" + words.language());
    }

    private void unknown(HttpServletResponse response, Words words) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setHeader("Content-Security-Policy", policy(""));
        write(response, "text/html;charset=utf-8", page.unknown(words));
    }

    private static void html(HttpServletResponse response, Entry order, String html) throws IOException {
        // browsers apply form-action to where the answer sends them on, too
        URI back = order.back();
        response.setHeader("Content-Security-Policy", policy(" " + back.getScheme() + "://" + back.getRawAuthority()));
        write(response, "text/html;charset=utf-8", html);
    }

    private static String policy(String forms) {
        return "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                + forms;
    }

    private void program(HttpServletRequest request, HttpServletResponse response, List<String> parts)
            throws IOException {
        String bearer = request.getHeader("Authorization");
        if (bearer == null || !agreement.isBearer(bearer)) {
            json(response, Reply.wrong(HttpServletResponse.SC_UNAUTHORIZED, "who is asking?"));
        } else if (parts.size() < 2 || !parts.get(1).equals("orders")) {
            json(response, Reply.wrong(HttpServletResponse.SC_NOT_FOUND, "nothing is here"));
        } else {
            Optional<byte[]> body = body(request);
            json(
                    response,
                    body.isEmpty()
                            ? Reply.wrong(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too long")
                            : merchants.answer(request.getMethod(), parts.subList(2, parts.size()), body.get()));
        }
    }

    private void test(HttpServletRequest request, HttpServletResponse response, List<String> parts) throws IOException {
        if (!tests.isFor(request)) {
            unknown(response, Words.of(request.getLocale().getLanguage()));
            return;
        }
        Optional<byte[]> body = body(request);
        Optional<String> after = Optional.ofNullable(request.getParameter("after"));
        json(
                response,
                body.isEmpty()
                        ? Reply.wrong(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too long")
                        : tests.answer(request.getMethod(), parts.subList(1, parts.size()), after, body.get()));
    }

    private static Optional<byte[]> body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        return body.length > LONGEST_BODY ? Optional.empty() : Optional.of(body);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static void json(HttpServletResponse response, Reply reply) throws IOException {
        response.setStatus(reply.status());
        write(response, "application/json", reply.body().toString());
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
