package pl.otwartagmina.integration.sandboxbank.internal.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/** What the gmina's programs can ask of the bank: register an order, ask about it, give money back. */
final class MerchantApi {
    private static final int TOKEN_BYTES = 24;
    private static final long REFERENCES = 10_000_000_000L;

    private final Bank bank;
    private final RandomGenerator random = new SecureRandom();

    MerchantApi(Bank bank) {
        this.bank = bank;
    }

    /** @param parts of the path behind {@code api/orders} */
    Reply answer(String method, List<String> parts, byte[] body) {
        try {
            if (method.equals("POST") && parts.isEmpty()) {
                return register(StrictJson.object(body));
            }
            if (method.equals("GET") && parts.size() == 1) {
                return tell(parts.get(0));
            }
            if (method.equals("POST") && parts.size() == 2 && parts.get(1).equals("refunds")) {
                return refund(parts.get(0), StrictJson.object(body));
            }
            return Reply.wrong(404, "nothing is here");
        } catch (Unreadable | IllegalArgumentException | DateTimeException wrong) {
            return Reply.wrong(400, String.valueOf(wrong.getMessage()));
        }
    }

    private Reply register(ObjectNode said) throws Unreadable {
        Entry asked = order(said);
        Entry kept = bank.register(asked);
        if (!kept.isSameOrder(asked)) {
            return Reply.wrong(409, "another order of this id is there");
        }
        return Reply.of(
                201,
                StrictJson.object()
                        .put("reference", kept.reference())
                        .put("page", "pay/" + kept.token())
                        .put("state", kept.state().name()));
    }

    private Entry order(ObjectNode said) throws Unreadable {
        List<Entry.Share> shares = new ArrayList<>();
        for (JsonNode share : said.path("shares")) {
            shares.add(new Entry.Share(
                    StrictJson.needText(share, "account"), amount(share), StrictJson.needText(share, "title")));
        }
        Money amount = shares.stream().map(Entry.Share::amount).reduce(Money.ZERO, Money::plus);
        if (!amount.isPositive()) {
            throw new Unreadable("no shares");
        }
        return new Entry(
                0,
                id(StrictJson.needText(said, "order")),
                "SB" + String.format(Locale.ROOT, "%010d", random.nextLong(REFERENCES)),
                token(),
                StrictJson.needText(said, "title"),
                shares,
                amount,
                Entry.State.OPEN,
                Locale.forLanguageTag(
                        Words.of(StrictJson.needText(said, "language")).language()),
                address(said, "back"),
                address(said, "notify"),
                Instant.parse(StrictJson.needText(said, "expires")),
                Optional.empty(),
                Money.ZERO);
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Reply tell(String id) {
        if (bank.failsNow(id)) {
            return Reply.wrong(500, "the bank fails, as it was told to");
        }
        return bank.find(id)
                .map(order -> Reply.of(200, standing(order)))
                .orElseGet(() -> Reply.wrong(404, "no such order"));
    }

    /** An order as programs read of it. */
    static ObjectNode standing(Entry order) {
        ObjectNode said = StrictJson.object()
                .put("order", order.id())
                .put("reference", order.reference())
                .put("state", order.state().name())
                .put("amount", Books.grosze(order.amount()))
                .put("currency", "PLN")
                .put("refunded", Books.grosze(order.refunded()));
        order.settledAt().ifPresent(at -> said.put("at", at.toString()));
        return said;
    }

    private Reply refund(String orderId, ObjectNode said) throws Unreadable {
        Bank.Refunding done = bank.refund(
                orderId, id(StrictJson.needText(said, "id")), amount(said), StrictJson.needText(said, "reason"));
        return switch (done) {
            case DONE -> Reply.of(200, StrictJson.object().put("state", "DONE"));
            case REFUSED -> Reply.wrong(409, "that much cannot be given back");
            case UNKNOWN_ORDER -> Reply.wrong(404, "no such order");
        };
    }

    private static Money amount(JsonNode said) throws Unreadable {
        long grosze = StrictJson.needWhole(said, "amount");
        if (grosze <= 0) {
            throw new Unreadable("no amount");
        }
        return Money.ofGrosze(grosze);
    }

    private static String id(String id) throws Unreadable {
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new Unreadable("no id");
        }
        return id;
    }

    private static URI address(ObjectNode said, String name) throws Unreadable {
        URI address = URI.create(StrictJson.needText(said, name));
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new Unreadable("no address " + name);
        }
        return address;
    }
}
