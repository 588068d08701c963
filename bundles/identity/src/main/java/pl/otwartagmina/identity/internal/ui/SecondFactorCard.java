package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.SecondFactors;
import pl.otwartagmina.identity.internal.Totp;

/** Turns the second step of signing in on and off. */
final class SecondFactorCard extends Div {
    private static final long serialVersionUID = 1L;
    private static final int GROUP = 4;
    private static final int LONGEST_CODE = 16;

    private final Texts texts;
    private final transient SecondFactors factors;
    private final transient Office office;
    private final transient Acting acting;
    private final transient Account account;

    SecondFactorCard(Texts texts, SecondFactors factors, Office office, Acting acting, Account account) {
        this.texts = texts;
        this.factors = factors;
        this.office = office;
        this.acting = acting;
        this.account = account;
        addClassName("og-form");
        texts.onLanguage(this::showState);
    }

    private void showState() {
        removeAll();
        if (factors.isOn(account.id())) {
            add(
                    new Badge(Tone.SUCCESS, texts.get("identity.secondFactor.on")),
                    new Paragraph(texts.get("identity.secondFactor.on.text")));
            TextField code = codeField();
            Button off = new Button(texts.get("identity.secondFactor.turnOff"));
            off.addClickListener(click -> turnOff(code));
            add(code, off);
        } else {
            Button begin = new Button(texts.get("identity.secondFactor.begin"));
            begin.addClickListener(click -> showSetup(Totp.random()));
            add(new Paragraph(texts.get("identity.secondFactor.off.text")), begin);
        }
    }

    private void turnOff(TextField code) {
        if (factors.turnOff(acting, code.getValue())) {
            showState();
        } else {
            refuse(code);
        }
    }

    private void showSetup(Totp totp) {
        removeAll();
        Span secret = new Span(totp.secret().replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
        secret.addClassName("og-code");
        TextField code = codeField();
        Button on = new Button(texts.get("identity.secondFactor.turnOn"));
        on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        on.addClickListener(click -> turnOn(totp, code));
        add(
                new Paragraph(texts.get("identity.secondFactor.scan")),
                new QrCode(address(totp), texts.get("identity.secondFactor.qr")),
                new Paragraph(texts.get("identity.secondFactor.type")),
                secret,
                code,
                on);
        code.focus();
    }

    private void turnOn(Totp totp, TextField code) {
        Optional<List<String>> paper = factors.turnOn(acting, totp, code.getValue());
        if (paper.isEmpty()) {
            refuse(code);
            return;
        }
        removeAll();
        Notice done = new Notice(Tone.SUCCESS);
        done.say(texts.get("identity.secondFactor.done"));
        UnorderedList codes = new UnorderedList();
        codes.addClassName("og-codes");
        paper.get()
                .forEach(one -> codes.add(
                        new ListItem(one.substring(0, one.length() / 2) + "-" + one.substring(one.length() / 2))));
        Button kept = new Button(texts.get("identity.secondFactor.kept"));
        kept.addClickListener(click -> showState());
        add(done, codes, kept);
    }

    private TextField codeField() {
        TextField code = new TextField(texts.get("identity.secondFactor.code"));
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.setMaxLength(LONGEST_CODE);
        code.setManualValidation(true);
        code.addValueChangeListener(change -> code.setInvalid(false));
        return code;
    }

    private void refuse(TextField code) {
        code.setErrorMessage(texts.get("identity.secondFactor.wrong"));
        code.setInvalid(true);
        code.focus();
    }

    /** What authenticator apps read (Key Uri Format). */
    private String address(Totp totp) {
        String issuer = encoded(office.name(getLocale()));
        return "otpauth://totp/" + issuer + ":" + encoded(account.userName()) + "?secret=" + totp.secret() + "&issuer="
                + issuer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
