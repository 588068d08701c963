package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Challenge;
import pl.otwartagmina.identity.internal.Device;
import pl.otwartagmina.identity.internal.Devices;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.PairedDevice;
import pl.otwartagmina.identity.internal.Pairing;
import pl.otwartagmina.identity.internal.Passkeys;

/** What the phone is called and what unlocks it; the last step of pairing. */
final class LockForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient Devices devices;
    private final transient Passkeys passkeys;
    private final transient Acting acting;
    private final transient Pairing.Granted claim;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final TextField name = new TextField();
    private final RadioButtonGroup<Way> ways = new RadioButtonGroup<>();
    private final PinField pin = new PinField();
    private final PinField again = new PinField();
    private final Div byPin;
    private transient Runnable paired = () -> {};

    private enum Way {
        PASSKEY,
        PIN
    }

    LockForm(Texts texts, Devices devices, Passkeys passkeys, Acting acting, Pairing.Granted claim) {
        this.texts = texts;
        this.devices = devices;
        this.passkeys = passkeys;
        this.acting = acting;
        this.claim = claim;
        addClassNames("og-form", "og-card");
        H2 title = new H2();
        texts.bind(title::setText, "identity.phone.lock");
        texts.bind(name::setLabel, "identity.phone.device");
        texts.bind(name::setHelperText, "identity.phone.device.help");
        name.setMaxLength(PairedDevice.LONGEST_NAME);
        name.setValue(usualName());
        ways.setVisible(false);
        ways.setItems(Way.values());
        texts.bind(ways::setLabel, "identity.phone.way");
        texts.onLanguage(() -> ways.setItemLabelGenerator(way -> texts.get("identity.phone.way." + way)));
        byPin = byPin();
        add(title, trouble, name, ways, byPin);
        if (passkeys.arePossible()) {
            PasskeyButton.whetherPossible(this, possible -> {
                if (possible) {
                    offerPasskey();
                }
            });
        }
    }

    void onPaired(Runnable next) {
        paired = next;
    }

    void begin() {
        name.focus();
    }

    private Div byPin() {
        texts.bind(pin::setLabel, "identity.phone.newPin");
        texts.bind(pin::setHelperText, "identity.phone.newPin.rule", Devices.SHORTEST_PIN, Devices.LONGEST_PIN);
        texts.bind(again::setLabel, "identity.phone.newPin.again");
        Button pair = new Button();
        texts.bind(pair::setText, "identity.phone.pair");
        pair.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        pair.setDisableOnClick(true);
        pair.addClickListener(click -> {
            pairByPin();
            pair.setEnabled(true);
        });
        Div fields = new Div(pin, again, pair);
        fields.addClassName("og-form");
        pair.addClickShortcut(Key.ENTER).listenOn(fields).resetFocusOnActiveElement();
        return fields;
    }

    private void offerPasskey() {
        PasskeyButton make = PasskeyButton.making(
                passkeys::challenge,
                challenge -> passkeys.creation(challenge, claim.device(), claim.account(), texts.locale()),
                this::pairByPasskey,
                () -> trouble.say(texts.get("identity.phone.closed")));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        texts.bind(make::setText, "identity.phone.pair");
        Paragraph words = new Paragraph();
        texts.bind(words::setText, "identity.phone.passkey.text");
        Div byPasskey = new Div(words, make);
        byPasskey.addClassName("og-form");
        add(byPasskey);
        ways.addValueChangeListener(change -> {
            byPasskey.setVisible(change.getValue() == Way.PASSKEY);
            byPin.setVisible(change.getValue() == Way.PIN);
        });
        ways.setVisible(true);
        ways.setValue(Way.PASSKEY);
    }

    private void pairByPin() {
        trouble.hide();
        if (!Devices.isGoodPin(pin.getValue())) {
            Fields.refuse(pin, texts.get("identity.phone.newPin.fault", Devices.SHORTEST_PIN, Devices.LONGEST_PIN));
            return;
        } else if (!pin.getValue().equals(again.getValue())) {
            Fields.refuse(again, texts.get("identity.phone.newPin.different"));
            return;
        }
        char[] typed = pin.getValue().toCharArray();
        try {
            tell(devices.pair(claim, name(), typed, DeviceCookie.secret(), acting.origin()), "identity.phone.tooLate");
        } catch (Hashing.Busy busy) {
            trouble.say(texts.get("identity.busy"));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private void pairByPasskey(Challenge challenge, String answer) {
        trouble.hide();
        tell(
                devices.pair(claim, name(), challenge, answer, DeviceCookie.secret(), acting.origin()),
                "identity.phone.refused");
    }

    private void tell(Optional<String> secret, String faultKey) {
        secret.ifPresentOrElse(
                kept -> {
                    DeviceCookie.keep(kept);
                    paired.run();
                },
                () -> trouble.say(texts.get(faultKey)));
    }

    private String name() {
        String typed = name.getValue().strip().replaceAll("\\p{Cntrl}", "");
        return typed.isEmpty() ? usualName() : typed;
    }

    /** "Chrome, Android". */
    private String usualName() {
        Device device = Device.of(VaadinSession.getCurrent().getBrowser().getBrowserApplication());
        String known = Stream.of(device.browser(), device.system())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? texts.get("identity.phone.unnamed") : known;
    }
}
