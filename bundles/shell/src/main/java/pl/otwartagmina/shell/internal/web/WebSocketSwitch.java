package pl.otwartagmina.shell.internal.web;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;

/**
 * Turns WebSocket on in the portal's servlet context.
 *
 * <p>Pax Web gives a context its {@code ServerContainer}, which Flow's push needs, only if an endpoint is registered in
 * it. This one is never used by anybody: it hangs up.
 */
@Component(service = WebSocketSwitch.class, property = "org.ops4j.pax.web.http.whiteboard.websocket=true")
@HttpWhiteboardContextSelect(PortalContext.SELECT)
@ServerEndpoint("/VAADIN/websocket")
public final class WebSocketSwitch {
    /** Hangs up. */
    @OnOpen
    public void hangUp(Session session) throws IOException {
        session.close();
    }
}
