package pl.otwartagmina.integration.sandboxbank.internal.bank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/**
 * What tests and benchmarks can ask of the bank: pay or refuse an order, read the books. Only programs on this machine, and
 * only where the operator allowed it.
 */
final class TestApi {
    private static final int PAGE = 1000;

    private final Bank bank;
    private final boolean allowed;

    TestApi(Bank bank, boolean allowed) {
        this.bank = bank;
        this.allowed = allowed;
    }

    /** Whether a program on this machine asks, not somebody behind a proxy, nor a page that a browser here has open. */
    boolean isFor(HttpServletRequest request) {
        return allowed
                && isLoopback(request.getRemoteAddr())
                && Agreement.isThisMachine(request.getServerName())
                && Stream.of("Origin", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via")
                        .allMatch(name -> request.getHeader(name) == null)
                && (request.getMethod().equals("GET") || "application/json".equals(request.getContentType()));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException none) {
            return false;
        }
    }

    /** @param parts of the path behind {@code test} */
    Reply answer(String method, List<String> parts, Optional<String> after, byte[] body) {
        try {
            String what = method + " " + (parts.isEmpty() ? "" : parts.get(parts.size() - 1));
            return switch (what) {
                case "GET ledger" -> ledger(after.map(Long::parseLong).orElse(0L));
                case "GET log" -> log(parts.get(1));
                case "POST pay" -> settle(parts.get(1), true, StrictJson.object(body));
                case "POST reject" -> settle(parts.get(1), false, StrictJson.object(body));
                default -> Reply.wrong(404, "nothing is here");
            };
        } catch (Unreadable | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            return Reply.wrong(400, String.valueOf(wrong.getMessage()));
        }
    }

    private Reply ledger(long after) {
        List<Entry> orders = bank.after(after, PAGE);
        ObjectNode answer = StrictJson.object();
        ArrayNode list = answer.putArray("orders");
        for (Entry order : orders) {
            ArrayNode shares = list.add(MerchantApi.standing(order).put("nr", order.nr()))
                    .withArray("/" + (list.size() - 1) + "/shares");
            order.shares().forEach(share -> shares.addObject()
                    .put("account", share.account())
                    .put("amount", Books.grosze(share.amount())));
        }
        if (orders.size() == PAGE) {
            answer.put("next", orders.get(PAGE - 1).nr());
        }
        return Reply.of(200, answer);
    }

    private Reply log(String id) {
        ObjectNode answer = StrictJson.object();
        ArrayNode lines = answer.putArray("log");
        bank.log(id).forEach(lines::add);
        return Reply.of(200, answer);
    }

    private Reply settle(String id, boolean paid, ObjectNode said) {
        Trial trial = new Trial(
                said.path("delaySeconds").asInt(0),
                said.path("lost").asBoolean(false),
                said.path("copies").asInt(1),
                said.path("shuffled").asBoolean(false),
                said.path("askFailures").asInt(0));
        Optional<Entry> order = bank.find(id);
        if (order.isEmpty()) {
            return Reply.wrong(404, "no such order");
        }
        return bank.settle(order.get(), paid, "by a test", trial)
                ? Reply.of(200, StrictJson.object().put("state", paid ? "CONFIRMED" : "FAILED"))
                : Reply.wrong(409, "the order is not open any more");
    }
}
