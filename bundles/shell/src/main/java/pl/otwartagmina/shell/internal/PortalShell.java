package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.shared.ui.Transport;
import org.osgi.service.component.annotations.Component;

/**
 * How Flow's page is set up: what the server changes reaches the browser at once, over WebSocket, by long polling where
 * a network does not let that through.
 */
@Component(service = AppShellConfigurator.class, property = "portal.shell=true")
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public final class PortalShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;
}
