package pl.otwartagmina.lifecycle.sample;

import java.io.IOException;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Fails to start. */
public final class ThrowingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("start failed", new IOException("the port is taken"));
    }

    @Override
    public void stop(BundleContext context) {}
}
