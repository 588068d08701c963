package pl.otwartagmina.service.payments.internal.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.gateway.Checkout;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.service.payments.internal.order.AskingTimes;
import pl.otwartagmina.service.payments.internal.order.GatewayEvent;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.order.OpenDues;
import pl.otwartagmina.service.payments.internal.order.OrderEvent.Cause;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Purchase;
import pl.otwartagmina.service.payments.internal.source.DueSources;

/**
 * Takes payments (kasa): writes them down before anybody outside knows of them, sends the payer to the gateway, believes the
 * gateway and nobody else, and books each order once. Wherever the portal stops, what was written down goes on from there.
 */
@Component(service = Cashier.class)
public final class Cashier {
    /** Where gateways send their notifications; the gateway's id follows. */
    public static final String NOTIFICATIONS = "api/payments/notify/";

    private static final Logger LOG = LoggerFactory.getLogger(Cashier.class);
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final int BATCH = 100;
    private static final Duration ALARM = Duration.ofMinutes(1);

    private final Orders orders;
    private final GatewayEvents events;
    private final Bookkeeper books;
    private final Hearing hearing;
    private final Refunds refunds;
    private final OutsideOrders outside;
    private final ModuleBooks modules;
    private final Tellings tellings;
    private final Audit audit;
    private final DuesTables tables;
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.EPOCH);

    @Activate
    public Cashier(
            @Reference DuesTables tables,
            @Reference Gateways gateways,
            @Reference DueSources sources,
            @Reference Office office,
            @Reference Audit audit) {
        this.tables = tables;
        this.orders = new Orders(tables);
        this.events = new GatewayEvents(tables);
        this.books = new Bookkeeper(tables, orders, audit);
        this.modules = new ModuleBooks(tables, sources);
        this.tellings = new Tellings(tables, sources);
        this.hearing = new Hearing(tables, orders, events, books, modules, this::tell);
        this.outside = new OutsideOrders(gateways, office);
        this.audit = audit;
        this.refunds = new Refunds(tables, orders, books, audit, outside);
    }

    /** The orders, to be shown. */
    public Orders orders() {
        return orders;
    }

    /** What is given back of them. */
    public Refunds refunds() {
        return refunds;
    }

    /** What modules are told of their dues. */
    public Tellings tellings() {
        return tellings;
    }

    /** What was paid here for their dues. */
    public ModuleBooks modules() {
        return modules;
    }

    /** Goes on with a refund that is under way. */
    public void giveBack(String refund) {
        refunds.goOn(refund).ifPresent(this::tell);
    }

    /**
     * Tells the id of an act whenever something has happened to it.
     *
     * @return ends it
     */
    public Runnable watch(Consumer<String> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void tell(PaymentOrder order) {
        for (Consumer<String> watcher : watchers) {
            try {
                watcher.accept(order.act());
            } catch (RuntimeException failure) {
                LOG.warn("Somebody who watches payments failed: {}", failure.toString());
            }
        }
    }

    /** Until when today's amounts are valid: interest grows every day. */
    public Instant quoteEnds() {
        return LocalDate.now(clock().withZone(WARSAW))
                .plusDays(1)
                .atStartOfDay(WARSAW)
                .toInstant();
    }

    /**
     * Writes a purchase down: one order, or one for each account of the gmina where the gateway wants it so. Nobody outside
     * knows of it yet.
     *
     * @throws GatewayRefused if the gateway does not take an amount of this size
     */
    public List<PaymentOrder> writeDown(Purchase purchase, PaymentGateway gateway) throws GatewayRefused {
        Instant now = clock().instant();
        String act = UUID.randomUUID().toString();
        List<PaymentOrder> made = new ArrayList<>();
        for (List<OrderLine> lines : parts(purchase.lines(), gateway)) {
            PaymentOrder order = new PaymentOrder(
                    UUID.randomUUID().toString(),
                    act,
                    made.size() + 1,
                    purchase.payer(),
                    gateway.id(),
                    lines,
                    OrderState.CREATED,
                    "",
                    Optional.empty(),
                    now,
                    quoteEnds(),
                    Optional.empty());
            if (!gateway.terms().take(order.amount())) {
                throw new GatewayRefused("An amount of " + order.amount() + " is not taken");
            }
            made.add(order);
        }
        String payer = purchase.payer().account();
        List<PaymentOrder> before = orders.ofRequest(payer, purchase.request());
        if (!before.isEmpty()) {
            return before;
        }
        try {
            return orders.together(() -> {
                orders.create(purchase.request(), made, now.plus(AskingTimes.FIRST));
                record(purchase, act);
                return made;
            });
        } catch (DatabaseUnavailable failure) {
            if (Orders.isTaken(failure)) {
                return orders.ofRequest(payer, purchase.request());
            }
            throw failure;
        }
    }

    private void record(Purchase purchase, String act) {
        PaymentOrder.Payer payer = purchase.payer();
        String behalf =
                payer.mandate().isEmpty() ? "" : purchase.lines().get(0).party().value();
        audit.record(
                tables.unit(),
                new AuditRecord(
                        payer.account(),
                        behalf,
                        "payments.pay",
                        "payment",
                        act,
                        "",
                        AuditRecord.Result.DONE,
                        new Origin(payer.address(), "")));
    }

    private static Collection<List<OrderLine>> parts(List<OrderLine> lines, PaymentGateway gateway) {
        return gateway.terms().manyAccounts()
                ? List.of(lines)
                : lines.stream()
                        .collect(groupingBy(OrderLine::creditor, LinkedHashMap::new, toList()))
                        .values();
    }

    /**
     * Opens the order at its gateway, or finds where it was opened before.
     *
     * @return where the payer goes on
     * @throws GatewayUnavailable if the gateway cannot be reached now; the order waits
     * @throws GatewayRefused if the order cannot be paid any more
     */
    public URI send(PaymentOrder order) throws GatewayUnavailable, GatewayRefused {
        if (order.page().isPresent() && order.state() == OrderState.REDIRECTED) {
            return order.page().get();
        }
        if (order.state() != OrderState.CREATED || !clock().instant().isBefore(order.expires())) {
            throw new GatewayRefused("An order in the state " + order.state().code() + " is not sent");
        }
        try {
            Checkout checkout = outside.gateway(order).open(outside.of(order));
            orders.together(() -> {
                PaymentOrder now = orders.lock(order.id()).orElseThrow();
                orders.opened(order.id(), checkout.reference(), checkout.page());
                if (now.state() == OrderState.CREATED) {
                    books.move(now, OrderState.REDIRECTED, Cause.PAYER, "");
                }
                return now;
            });
            return checkout.page();
        } catch (GatewayUnavailable failure) {
            books.note(order, Cause.UNAVAILABLE, text(failure));
            throw failure;
        } catch (GatewayRefused refusal) {
            orders.together(() -> {
                PaymentOrder now = orders.lock(order.id()).orElseThrow();
                if (now.state().mayBecome(OrderState.FAILED)) {
                    books.move(now, OrderState.FAILED, Cause.REFUSAL, text(refusal));
                }
                return now;
            });
            throw refusal;
        }
    }

    /**
     * Keeps what a gateway sent. Work it off with {@link #workOff} once the gateway has its answer.
     *
     * @throws NotBelieved if it was not signed by the gateway
     */
    public GatewayEvents.Kept notified(PaymentGateway gateway, Notification notification) throws NotBelieved {
        GatewayEvent event = new GatewayEvent(gateway.id(), gateway.read(notification), digest(notification.body()));
        GatewayEvents.Kept kept = events.keep(event, clock().instant());
        if (kept == GatewayEvents.Kept.CONTRADICTED) {
            books.alarm("payments.contradiction", event.notice().order(), gateway.id());
        }
        return kept;
    }

    /**
     * A notification that nobody believes was sent; somebody may be trying. Anybody can send such, so the trail and the log
     * hear of it once in a minute.
     */
    public void disbelieved(PaymentGateway gateway, NotBelieved reason) {
        Instant now = clock().instant();
        Instant quiet = Objects.requireNonNull(quietUntil.get());
        if (!now.isBefore(quiet) && quietUntil.compareAndSet(quiet, now.plus(ALARM))) {
            LOG.warn("A notification for {} is not believed: {}", gateway.id(), reason.getMessage());
            books.alarm("payments.forgery", "", gateway.id());
        }
    }

    /**
     * Works off the notifications that wait; one that fails keeps no other waiting.
     *
     * @return how many
     */
    public int workOff() {
        return hearing.workOff();
    }

    /** Ids of the orders about which {@link #ask} should ask by now. */
    public List<String> toAsk() {
        return orders.toAsk(clock().instant(), BATCH);
    }

    /** Asks the gateway how an order stands, and does what follows. */
    public void ask(String id) {
        PaymentOrder order = orders.find(id).orElseThrow();
        Optional<Standing> answer = Optional.empty();
        try {
            answer = Optional.of(outside.gateway(order).ask(outside.of(order), order.reference()));
        } catch (GatewayUnavailable failure) {
            LOG.info("{} cannot be asked about order {}: {}", order.gateway(), id, failure.getMessage());
        }
        Optional<Standing> said = answer;
        OpenDues known = modules.ask(order.lines(), id);
        orders.together(() -> {
            PaymentOrder now = orders.lock(id).orElseThrow();
            said.ifPresent(standing -> {
                books.apply(now, standing, Cause.QUESTION, known);
                expire(id, standing);
            });
            PaymentOrder after = orders.find(id).orElseThrow();
            int asked = orders.asked(id) + 1;
            orders.askAgain(id, AskingTimes.next(after.state(), asked, clock().instant(), after.expires()), asked);
            return after;
        });
        tell(order);
    }

    private void expire(String id, Standing said) {
        PaymentOrder now = orders.find(id).orElseThrow();
        boolean unpaid = said.state() == Standing.State.OPEN || said.state() == Standing.State.UNKNOWN;
        if (unpaid
                && now.state().mayBecome(OrderState.EXPIRED)
                && !clock().instant().isBefore(now.expires())) {
            books.move(now, OrderState.EXPIRED, Cause.TIME, "");
        }
    }

    /** The payer does not want to pay it; if money comes all the same, it is booked. */
    public void cancel(PaymentOrder order) {
        orders.together(() -> {
            PaymentOrder now = orders.lock(order.id()).orElseThrow();
            now.state().givenUp().ifPresent(state -> books.move(now, state, Cause.PAYER, ""));
            return now;
        });
        tell(order);
    }

    static String text(Exception failure) {
        return Optional.ofNullable(failure.getMessage()).orElse("");
    }

    private Clock clock() {
        return tables.clock();
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
