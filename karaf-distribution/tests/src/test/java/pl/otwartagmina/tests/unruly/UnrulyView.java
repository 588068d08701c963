package pl.otwartagmina.tests.unruly;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pl.otwartagmina.api.ui.Page;

/** A screen that nobody gets to see. */
final class UnrulyView extends Page {
    private static final long serialVersionUID = 1L;

    UnrulyView(String id, Fault fault) {
        super(id);
        switch (fault) {
            case THROWS_IN_VIEW -> throw new IllegalStateException("the ceiling came down");
            case BLOCKS_IN_VIEW -> dream();
            case THROWS_AT_START, NONE -> {}
        }
    }

    private static void dream() {
        try {
            boolean woken = new CountDownLatch(1).await(30, TimeUnit.SECONDS);
            throw new IllegalStateException("slept through: " + !woken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
