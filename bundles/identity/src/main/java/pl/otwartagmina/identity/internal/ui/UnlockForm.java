package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Arrays;
import java.util.function.Consumer;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Challenge;
import pl.otwartagmina.identity.internal.Devices;
import pl.otwartagmina.identity.internal.PairedDevice;
import pl.otwartagmina.identity.internal.PairedDevice.ByPasskey;
import pl.otwartagmina.identity.internal.Passkeys;

/** Unlocks the portal on a phone that is paired; part of the sign-in page. */
final class UnlockForm extends Div implements LocaleChangeObserver {
    private static final long serialVersionUID = 1L;

    private final Texts texts = new Texts(this);
    private final transient Devices devices;
    private final transient Acting visitor;
    private final transient Consumer<Person> welcome;
    private final Notice wrong = new Notice(Tone.DANGER);
    private final Div way = new Div();

    UnlockForm(Devices devices, Passkeys passkeys, PairedDevice device, Acting visitor, Consumer<Person> welcome) {
        this.devices = devices;
        this.visitor = visitor;
        this.welcome = welcome;
        addClassNames("og-form", "og-card");
        way.addClassName("og-form");
        H2 title = new H2();
        texts.bind(title::setText, "identity.unlock.title");
        Paragraph name = new Paragraph();
        texts.bind(name::setText, "identity.unlock.device", device.name());
        way.add(device.lock() instanceof ByPasskey lock ? byPasskey(passkeys, lock) : byPin());
        add(title, name, wrong, way);
    }

    private Component byPasskey(Passkeys passkeys, ByPasskey lock) {
        PasskeyButton unlock = PasskeyButton.using(
                passkeys::challenge,
                challenge -> passkeys.use(challenge, lock.passkey()),
                this::unlock,
                () -> wrong.say(texts.get("identity.unlock.closed")));
        unlock.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        texts.bind(unlock::setText, "identity.unlock.passkey");
        return unlock;
    }

    private void unlock(Challenge challenge, String answer) {
        tell(devices.unlock(DeviceCookie.secret(), challenge, answer, visitor.origin()), "identity.unlock.refused");
    }

    private Component byPin() {
        PinField pin = new PinField();
        pin.setAutofocus(true);
        texts.bind(pin::setLabel, "identity.unlock.pin");
        Button unlock = new Button();
        texts.bind(unlock::setText, "identity.unlock.open");
        unlock.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        unlock.setDisableOnClick(true);
        unlock.addClickListener(click -> {
            unlock(pin);
            unlock.setEnabled(true);
        });
        Div form = new Div(pin, unlock);
        form.addClassName("og-form");
        unlock.addClickShortcut(Key.ENTER).listenOn(form).resetFocusOnActiveElement();
        return form;
    }

    private void unlock(PinField pin) {
        char[] typed = pin.getValue().toCharArray();
        pin.clear();
        if (typed.length == 0) {
            Fields.refuse(pin, texts.get("identity.unlock.missing"));
            return;
        }
        Devices.Unlocking result = devices.unlock(DeviceCookie.secret(), typed, visitor.origin());
        Arrays.fill(typed, ' ');
        tell(result, "identity.unlock.wrong");
        pin.focus();
    }

    private void tell(Devices.Unlocking result, String wrongKey) {
        if (result instanceof Devices.Unlocked in) {
            welcome.accept(in.person());
        } else if (result instanceof Devices.Wrong again) {
            wrong.say(texts.get(wrongKey, again.left()));
        } else if (result instanceof Devices.NotNow later) {
            wrong.say(
                    texts.get("identity.phone.later", Math.max(1, later.pause().toSeconds())));
        } else {
            DeviceCookie.forget();
            way.setVisible(false);
            wrong.say(texts.get("identity.unlock.parted"));
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        texts.speak(event.getLocale());
    }
}
