package pl.otwartagmina.shell.internal.gmina;

import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;
import pl.otwartagmina.shell.internal.GatedContext;
import pl.otwartagmina.shell.internal.StartGate;

/**
 * Files that everybody may have, without a session: themes, logos, the manifest.
 *
 * <p>Apart from the portal's own context, because that one starts anew whenever a servlet joins it.
 */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = PublicContext.NAME, path = "/" + PublicContext.PATH)
public final class PublicContext extends GatedContext {
    static final String NAME = "public";
    static final String PATH = "public";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    @Activate
    public PublicContext(@Reference StartGate gate) {
        super(gate);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }
}
