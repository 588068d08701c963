package pl.otwartagmina.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until a server shows payments and has the demo's dues: until then it is busy with their import. */
final class DemoData {
    private static final double IDLE = 0.15;
    private static final int CHECKS = 3;
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int PATIENCE = 400;

    private DemoData() {}

    /** Waits for three seconds in which the server had next to nothing to do. */
    static void await(Server server) throws IOException, InterruptedException {
        int idle = 0;
        double before = server.processorMillis();
        for (int i = 0; i < PATIENCE && idle < CHECKS; i++) {
            LockSupport.parkNanos(PAUSE);
            double now = server.processorMillis();
            idle = (now - before) / 1000 < IDLE ? idle + 1 : 0;
            before = now;
        }
        if (idle < CHECKS) {
            throw new IOException("The demo data of " + server.data() + " does not come to an end");
        }
        Visitor visitor = new Visitor(server.address());
        if (!visitor.open("").contains("e/payments")) {
            throw new IOException("Payments are not on the home page of " + server.address());
        }
        visitor.close();
    }
}
