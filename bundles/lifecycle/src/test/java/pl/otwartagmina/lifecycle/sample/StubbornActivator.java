package pl.otwartagmina.lifecycle.sample;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Blocks, whoever interrupts, until the system property {@code sample.release} is set. */
public final class StubbornActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        while (System.getProperty("sample.release") == null) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
