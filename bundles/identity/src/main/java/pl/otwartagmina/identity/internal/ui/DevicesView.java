package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.Devices;
import pl.otwartagmina.identity.internal.PairedDevice;
import pl.otwartagmina.identity.internal.PairedDevice.Pin;
import pl.otwartagmina.identity.internal.Pairing;
import pl.otwartagmina.identity.internal.PasswordCheck;

/** The portal as an app: the phones that are paired, and how to pair one. */
final class DevicesView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Devices devices;
    private final transient Acting acting;
    private final Div list = new Div();

    DevicesView(Pairing pairing, Devices devices, PasswordCheck passwords, Acting acting) {
        super("identity.devices");
        this.devices = devices;
        this.acting = acting;
        H2 title = new H2();
        texts().bind(title::setText, "identity.devices.paired");
        Div card = new Div(title, list);
        card.addClassNames("og-card", "og-section");
        texts().onLanguage(this::refresh);
        add(new PairingCard(texts(), pairing, devices, passwords, acting, this::refresh), card);
    }

    private void refresh() {
        list.removeAll();
        List<PairedDevice> all = devices.of(acting);
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(texts().get("identity.devices.none"));
            none.addClassName("og-muted");
            list.add(none);
            return;
        }
        UnorderedList items = new UnorderedList();
        items.addClassName("og-sessions");
        all.forEach(device -> items.add(item(device)));
        list.add(items);
    }

    private ListItem item(PairedDevice device) {
        Div words = new Div();
        words.addClassName("og-todo-words");
        words.getElement().appendChild(new Element("strong").setText(device.name()));
        words.add(
                new Span(texts().get("identity.devices.since", Formats.moment(device.pairedAt()))),
                new Span(device.usedAt()
                        .map(used -> texts().get("identity.devices.used", Formats.moment(used)))
                        .orElseGet(() -> texts().get("identity.devices.unused"))),
                new Span(texts().get(
                                device.lock() instanceof Pin
                                        ? "identity.devices.byPin"
                                        : "identity.devices.byPasskey")));
        Button part = new Button(texts().get("identity.devices.revoke"), click -> ask(device));
        part.setAriaLabel(texts().get("identity.devices.revoke") + ": " + device.name());
        return new ListItem(words, part);
    }

    private void ask(PairedDevice device) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(texts().get("identity.devices.revoke.title"));
        dialog.setText(texts().get("identity.devices.revoke.text", device.name()));
        dialog.setConfirmText(texts().get("identity.devices.revoke"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(texts().get("identity.mandates.end.back"));
        dialog.addConfirmListener(confirmed -> {
            devices.revoke(acting, device);
            refresh();
        });
        dialog.open();
    }
}
