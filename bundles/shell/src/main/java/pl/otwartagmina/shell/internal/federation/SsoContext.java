package pl.otwartagmina.shell.internal.federation;

import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;
import pl.otwartagmina.shell.internal.GatedContext;
import pl.otwartagmina.shell.internal.StartGate;

/** Where identity providers meet the portal; without sessions, because a post from another site brings no cookies. */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = SsoContext.NAME, path = "/sso")
public final class SsoContext extends GatedContext {
    static final String NAME = "sso";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    @Activate
    public SsoContext(@Reference StartGate gate) {
        super(gate);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }
}
