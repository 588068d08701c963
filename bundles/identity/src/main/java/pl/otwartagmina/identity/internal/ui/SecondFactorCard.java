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
    private final TextField code = new TextField();
    private transient Runnable step = this::showState;

    SecondFactorCard(Texts texts, SecondFactors factors, Office office, Acting acting, Account account) {
        this.texts = texts;
        this.factors = factors;
        this.office = office;
        this.acting = acting;
        this.account = account;
        addClassName("og-form");
        code.setMaxLength(LONGEST_CODE);
        code.getElement().setProperty("autocomplete", "one-time-code");
        Fields.judgedByForm(code);
        texts.bind(code::setLabel, "identity.secondFactor.code");
        texts.onLanguage(() -> step.run());
    }

    /** Goes to a step; in another language it is the same one, with what was typed and what is shown only once. */
    private void go(Runnable next) {
        step = next;
        code.clear();
        next.run();
    }

    private void showState() {
        removeAll();
        if (factors.isOn(account.id())) {
            add(
                    new Badge(Tone.SUCCESS, texts.get("identity.secondFactor.on")),
                    new Paragraph(texts.get("identity.secondFactor.on.text")));
            Button off = new Button(texts.get("identity.secondFactor.turnOff"));
            off.addClickListener(click -> turnOff());
            add(code, off);
        } else {
            Button begin = new Button(texts.get("identity.secondFactor.begin"));
            begin.addClickListener(click -> begin());
            add(new Paragraph(texts.get("identity.secondFactor.off.text")), begin);
        }
    }

    private void turnOff() {
        if (factors.turnOff(acting, code.getValue())) {
            go(this::showState);
        } else {
            refuse();
        }
    }

    private void begin() {
        Totp totp = Totp.random();
        go(() -> showSetup(totp));
        code.focus();
    }

    private void showSetup(Totp totp) {
        removeAll();
        Span secret = new Span(totp.secret().replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
        secret.addClassName("og-code");
        Button on = new Button(texts.get("identity.secondFactor.turnOn"));
        on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        on.addClickListener(click -> turnOn(totp));
        add(
                new Paragraph(texts.get("identity.secondFactor.scan")),
                new QrCode(address(totp), texts.get("identity.secondFactor.qr")),
                new Paragraph(texts.get("identity.secondFactor.type")),
                secret,
                code,
                on);
    }

    private void turnOn(Totp totp) {
        factors.turnOn(acting, totp, code.getValue())
                .ifPresentOrElse(paper -> go(() -> showPaper(paper)), this::refuse);
    }

    private void showPaper(List<String> paper) {
        removeAll();
        Notice done = new Notice(Tone.SUCCESS);
        done.say(texts.get("identity.secondFactor.done"));
        UnorderedList codes = new UnorderedList();
        codes.addClassName("og-codes");
        paper.forEach(one ->
                codes.add(new ListItem(one.substring(0, one.length() / 2) + "-" + one.substring(one.length() / 2))));
        Button kept = new Button(texts.get("identity.secondFactor.kept"));
        kept.addClickListener(click -> go(this::showState));
        add(done, codes, kept);
    }

    private void refuse() {
        Fields.refuse(code, texts.get("identity.secondFactor.wrong"));
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
