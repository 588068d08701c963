package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Arrays;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Devices;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.PairedDevice;
import pl.otwartagmina.identity.internal.Pairing;
import pl.otwartagmina.identity.internal.PasswordCheck;

/** Shows a PIN with which a phone can be paired, once the password was typed, and for as long as it is good. */
final class PairingCard extends Div {
    private static final long serialVersionUID = 1L;
    private static final String COUNTDOWN = Script.read("countdown.js");
    private static final String COPY = Script.read("copy.js");

    private final Texts texts;
    private final transient Pairing pairing;
    private final transient Devices devices;
    private final transient PasswordCheck passwords;
    private final transient Acting acting;
    private final transient Runnable paired;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Notice done = new Notice(Tone.SUCCESS);
    private final PasswordField password = new PasswordField();
    private final Div content = new Div();
    private final Div ask;
    private boolean used;
    private transient Optional<Pairing.Pin> shown = Optional.empty();

    /** @param paired told when a phone was paired */
    PairingCard(
            Texts texts, Pairing pairing, Devices devices, PasswordCheck passwords, Acting acting, Runnable paired) {
        this.texts = texts;
        this.pairing = pairing;
        this.devices = devices;
        this.passwords = passwords;
        this.acting = acting;
        this.paired = paired;
        addClassNames("og-card", "og-section");
        H2 title = new H2();
        texts.bind(title::setText, "identity.devices.pair.title");
        ask = ask();
        content.add(ask);
        add(title, done, content);
        texts.onLanguage(() -> shown.ifPresent(this::show));
    }

    private Div ask() {
        Paragraph words = new Paragraph();
        texts.bind(words::setText, "identity.devices.pair.text");
        texts.bind(password::setLabel, "identity.devices.password");
        texts.bind(password::setHelperText, "identity.devices.password.why");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        Fields.required(password);
        password.setVisible(passwords.isAsked(acting));
        Button show = new Button();
        texts.bind(show::setText, "identity.devices.pair.show");
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show.setDisableOnClick(true);
        show.addClickListener(click -> {
            check();
            show.setEnabled(true);
        });
        Div form = new Div(words, trouble, password, show);
        form.addClassName("og-form");
        show.addClickShortcut(Key.ENTER).listenOn(form);
        return form;
    }

    private void check() {
        trouble.hide();
        done.hide();
        if (password.isVisible() && password.isEmpty()) {
            Fields.refuse(password, texts.get("identity.password.old.missing"));
            return;
        }
        char[] typed = password.getValue().toCharArray();
        try {
            switch (passwords.check(acting, typed)) {
                case RIGHT -> {
                    password.clear();
                    shown = Optional.of(pairing.expect(acting));
                    shown.ifPresent(this::show);
                    content.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
                }
                case WRONG -> Fields.refuse(password, texts.get("identity.password.old.wrong"));
                case TOO_MANY -> trouble.say(texts.get("identity.password.tooMany"));
            }
        } catch (Hashing.Busy busy) {
            trouble.say(texts.get("identity.busy"));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private void show(Pairing.Pin pin) {
        content.removeAll();
        if (used) {
            showUsed(pin);
        } else {
            showDigits(pin);
        }
    }

    private void showDigits(Pairing.Pin pin) {
        String digits = pin.digits();
        String address = pairing.screen().toString();
        Span code = new Span(digits.substring(0, digits.length() / 2) + " " + digits.substring(digits.length() / 2));
        code.addClassName("og-pin");
        // read as digits
        code.getElement().setAttribute("role", "img");
        code.getElement().setAttribute("aria-label", texts.get("identity.devices.pin") + ": " + spaced(digits));
        Span said = new Span();
        said.getElement().setAttribute("role", "status");
        Button copy = new Button(texts.get("identity.devices.copy"));
        copy.getElement().executeJs(COPY, digits, said.getElement(), texts.get("identity.devices.copied"));
        Button stop = new Button(texts.get("identity.devices.stop"));
        stop.addClickListener(click -> {
            pairing.expectNone(acting);
            goBack();
        });
        Div actions = new Div(copy, stop, said);
        actions.addClassName("og-actions");
        Anchor link = new Anchor(address, address);
        link.addClassNames("og-link", "og-address");
        content.add(
                code,
                left(pin),
                actions,
                new OrderedList(
                        new ListItem(texts.get("identity.devices.step.install")),
                        new ListItem(new Span(texts.get("identity.devices.step.open") + " "), link),
                        new ListItem(texts.get("identity.devices.step.type"))),
                new QrCode(address, texts.get("identity.devices.qr")));
    }

    private Paragraph left(Pairing.Pin pin) {
        Span time = new Span();
        time.getElement().setAttribute("role", "timer");
        time.getElement().executeJs(COUNTDOWN, (int) pairing.left(pin).toSeconds());
        time.getElement().addEventListener("og-tick", tick -> look(pin));
        return new Paragraph(new Span(texts.get("identity.devices.left") + " "), time);
    }

    /** A phone may be paired, or about to be, or the time is over. */
    private void look(Pairing.Pin pin) {
        Optional<PairedDevice> fresh = devices.of(acting).stream()
                .filter(device -> device.pairedAt().isAfter(pin.until().minus(Pairing.VALIDITY)))
                .findFirst();
        if (fresh.isPresent()) {
            goBack();
            done.say(texts.get("identity.devices.done", fresh.get().name()));
            paired.run();
        } else if (pairing.left(pin).toSeconds() < 1) {
            goBack();
            trouble.say(texts.get("identity.devices.over"));
        } else if (!used && !pairing.isExpected(acting)) {
            used = true;
            show(pin);
        }
    }

    /** The PIN can be used no more, but the phone may still be choosing its lock. */
    private void showUsed(Pairing.Pin pin) {
        Paragraph words = new Paragraph(texts.get("identity.devices.pin.used"));
        words.getElement().setAttribute("role", "status");
        content.add(words, left(pin), new Button(texts.get("identity.devices.another"), click -> goBack()));
    }

    private void goBack() {
        shown = Optional.empty();
        used = false;
        content.removeAll();
        content.add(ask);
    }

    private static String spaced(String digits) {
        return digits.replaceAll("(.)(?=.)", "$1 ");
    }
}
