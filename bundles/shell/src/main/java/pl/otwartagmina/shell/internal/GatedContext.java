package pl.otwartagmina.shell.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.servlet.context.ServletContextHelper;

/** A servlet context of the shell: lets nobody at its servlets before the {@link StartGate} is open. */
public abstract class GatedContext extends ServletContextHelper {
    private final StartGate gate;

    protected GatedContext(StartGate gate) {
        this.gate = gate;
    }

    @Override
    public final boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return gate.letsIn(response);
    }
}
