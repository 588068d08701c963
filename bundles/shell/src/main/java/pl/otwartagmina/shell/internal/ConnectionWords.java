package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import java.util.Locale;
import pl.otwartagmina.api.module.Translations;

/** What the browser says by itself when the server does not answer, or answers that the session is over. */
public final class ConnectionWords {
    private ConnectionWords() {}

    /** Sets the words of this window, in its language. */
    public static void show(UI ui) {
        ReconnectDialogConfiguration notice = ui.getReconnectDialogConfiguration();
        notice.setDialogText(ui.getTranslation("portal.connection.lost"));
        notice.setDialogTextGaveUp(ui.getTranslation("portal.connection.gaveUp"));
        ui.getPage()
                .executeJs(
                        "if (window.Vaadin.connectionIndicator) window.Vaadin.connectionIndicator.onlineText = $0",
                        ui.getTranslation("portal.connection.back"));
    }

    static SystemMessages system(Translations texts, Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.text(locale, "portal.connection.expired"));
        messages.setSessionExpiredMessage(texts.text(locale, "portal.connection.reload"));
        messages.setInternalErrorCaption(texts.text(locale, "portal.fault.title"));
        messages.setInternalErrorMessage(texts.text(locale, "portal.connection.reload"));
        return messages;
    }
}
