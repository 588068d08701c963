package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Devices;
import pl.otwartagmina.identity.internal.Pairing;
import pl.otwartagmina.identity.internal.Passkeys;

/** Opened on a phone that shall be paired: user name and the PIN that the portal shows elsewhere, then the phone's lock. */
final class PairView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 254;
    private static final int LONGEST_PIN = 10;

    private final transient Pairing pairing;
    private final transient Devices devices;
    private final transient Passkeys passkeys;
    private final transient Acting acting;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final TextField name = new TextField();
    private final TextField pin = new TextField();
    private final Div form;

    PairView(Pairing pairing, Devices devices, Passkeys passkeys, Acting acting) {
        super("identity.phone");
        this.pairing = pairing;
        this.devices = devices;
        this.passkeys = passkeys;
        this.acting = acting;
        addClassName("og-narrow");
        Paragraph words = new Paragraph();
        texts().bind(words::setText, "identity.phone.text");
        texts().bind(name::setLabel, "identity.phone.name");
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setMaxLength(LONGEST_NAME);
        Fields.required(name);
        texts().bind(pin::setLabel, "identity.phone.pin");
        texts().bind(pin::setHelperText, "identity.phone.pin.help");
        pin.getElement().setProperty("autocomplete", "one-time-code");
        pin.setMaxLength(LONGEST_PIN);
        pin.getElement().executeJs("this.inputElement.inputMode = 'numeric'");
        Fields.required(pin);
        Button next = new Button();
        texts().bind(next::setText, "identity.phone.next");
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        next.setDisableOnClick(true);
        next.addClickListener(click -> {
            claim();
            next.setEnabled(true);
        });
        form = new Div(words, trouble, name, pin, next);
        form.addClassNames("og-form", "og-card");
        add(form);
    }

    private void claim() {
        trouble.hide();
        String code = pin.getValue();
        if (name.getValue().isBlank()) {
            Fields.refuse(name, texts().get("identity.phone.name.missing"));
            return;
        } else if (code.isBlank()) {
            Fields.refuse(pin, texts().get("identity.phone.pin.missing"));
            return;
        }
        Pairing.Claim claim = pairing.claim(name.getValue().strip(), code, acting.origin());
        pin.clear();
        if (claim instanceof Pairing.Granted granted) {
            goOn(granted);
        } else if (claim instanceof Pairing.Later later) {
            trouble.say(texts().get(
                            "identity.phone.later", Math.max(1, later.pause().toSeconds())));
        } else {
            trouble.say(texts().get("identity.phone.wrong"));
            pin.focus();
        }
    }

    private void goOn(Pairing.Granted claim) {
        remove(form);
        LockForm lock = new LockForm(texts(), devices, passkeys, acting, claim);
        lock.onPaired(() -> {
            remove(lock);
            add(Words.done(texts(), "smartphone", "identity.phone.done", Words.SIGN_IN, "identity.phone.signIn"));
        });
        add(lock);
        lock.begin();
    }
}
