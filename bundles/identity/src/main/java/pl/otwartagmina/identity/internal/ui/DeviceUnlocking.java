package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PairedDevices;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.identity.internal.Devices;
import pl.otwartagmina.identity.internal.Passkeys;

/** Knows a paired phone by its cookie. */
@org.osgi.service.component.annotations.Component
public final class DeviceUnlocking implements PairedDevices {
    private final Devices devices;
    private final Passkeys passkeys;

    @Activate
    public DeviceUnlocking(@Reference Devices devices, @Reference Passkeys passkeys) {
        this.devices = devices;
        this.passkeys = passkeys;
    }

    @Override
    public Optional<Component> unlocking(Acting visitor, Consumer<Person> welcome) {
        String secret = DeviceCookie.secret();
        return secret.isEmpty()
                ? Optional.empty()
                : devices.find(secret).map(device -> new UnlockForm(devices, passkeys, device, visitor, welcome));
    }
}
