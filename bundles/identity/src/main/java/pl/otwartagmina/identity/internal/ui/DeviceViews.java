package pl.otwartagmina.identity.internal.ui;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.identity.internal.Devices;
import pl.otwartagmina.identity.internal.Pairing;
import pl.otwartagmina.identity.internal.Passkeys;
import pl.otwartagmina.identity.internal.PasswordCheck;

/** The screens of paired phones, and what they work with. */
@Component(service = DeviceViews.class)
public final class DeviceViews {
    private final Pairing pairing;
    private final Devices devices;
    private final Passkeys passkeys;
    private final PasswordCheck passwords;

    @Activate
    public DeviceViews(
            @Reference Pairing pairing,
            @Reference Devices devices,
            @Reference Passkeys passkeys,
            @Reference PasswordCheck passwords) {
        this.pairing = pairing;
        this.devices = devices;
        this.passkeys = passkeys;
        this.passwords = passwords;
    }

    /** All of them. */
    public List<View<?>> all() {
        return List.of(
                View.listed(
                        "app",
                        DevicesView.class,
                        "identity.devices.title",
                        AccessLevel.ACCOUNT,
                        acting -> new DevicesView(pairing, devices, passwords, acting)),
                View.inner(
                        "phone",
                        PairView.class,
                        "identity.phone.title",
                        AccessLevel.PUBLIC,
                        acting -> new PairView(pairing, devices, passkeys, acting)));
    }
}
