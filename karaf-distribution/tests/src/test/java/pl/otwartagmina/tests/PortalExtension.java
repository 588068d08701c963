package pl.otwartagmina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * See {@link RunningPortal}. What is shared belongs to the process, which gets its classes one by one, and is closed by
 * JUnit after the last.
 */
final class PortalExtension implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(PortalExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == PortalProcess.class || type == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store shared = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
        if (parameter.getParameter().getType() == PortalProcess.class) {
            return portal(shared);
        }
        Chromium chromium = shared.getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Browser.class, key -> new Browser(chromium, () -> portal(shared)), Browser.class);
    }

    /** Says with the failure what the windows showed. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Browser browser = context.getStore(NAMESPACE).get(Browser.class, Browser.class);
        throw browser == null || failure instanceof TestAbortedException
                ? failure
                : new AssertionError(failure.getMessage() + browser.shown(), failure);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browser browser = context.getStore(NAMESPACE).get(Browser.class, Browser.class);
        if (browser != null) {
            browser.finish(context.getExecutionException().isPresent() ? context.getUniqueId() : "");
            if (context.getExecutionException().isEmpty()) {
                assertThat(browser.complaints())
                        .as("what pages complained about in the browser's console")
                        .isEmpty();
            }
        }
    }

    private static PortalProcess portal(Store shared) {
        return shared.getOrComputeIfAbsent(
                PortalProcess.class,
                key -> PortalProcess.startWithResidents(dataFolder()).withModule("payments"),
                PortalProcess.class);
    }

    /** Kept below {@code target}, so that its log can be read when something failed. */
    static Path dataFolder() {
        try {
            Path target = Files.createDirectories(PortalProcess.HOME.resolve("karaf-distribution/tests/target"));
            return Files.createTempDirectory(target, "portal-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
