package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Hashing;
import pl.otwartagmina.identity.internal.PasswordCheck;
import pl.otwartagmina.identity.internal.privacy.DataExport;
import pl.otwartagmina.identity.internal.privacy.PersonalReport;

/** A copy of all data, for people and for machines, after the password was typed once more. */
final class ExportCard extends Card {
    private static final long serialVersionUID = 1L;
    /** How long the files can be fetched, by whoever sits there then. */
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final transient DataExport export;
    private final transient PasswordCheck passwords;
    private final transient Acting acting;
    private final PasswordField password = new PasswordField();
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Notice ready = new Notice(Tone.SUCCESS);
    private final Notice missing = new Notice(Tone.WARNING);
    private final Div files = new Div();

    ExportCard(Texts texts, DataExport export, PasswordCheck passwords, Acting acting) {
        super(texts, "identity.export");
        this.export = export;
        this.passwords = passwords;
        this.acting = acting;
        texts.bind(password::setLabel, "identity.export.password.field");
        texts.bind(password::setHelperText, "identity.export.password.why");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setRequiredIndicatorVisible(true);
        password.setManualValidation(true);
        password.addValueChangeListener(change -> password.setInvalid(false));
        password.setVisible(passwords.isAsked(acting));
        Button make = new Button();
        texts.bind(make::setText, "identity.export.make");
        make.setDisableOnClick(true);
        make.addClickListener(click -> {
            make();
            make.setEnabled(true);
        });
        Div form = new Div(password, make);
        form.addClassName("og-form");
        make.addClickShortcut(Key.ENTER).listenOn(form);
        files.addClassName("og-actions");
        add(form, trouble, ready, missing, files);
    }

    private void make() {
        trouble.hide();
        ready.hide();
        missing.hide();
        files.removeAll();
        if (password.isVisible() && password.isEmpty()) {
            refuse("identity.password.old.missing");
            return;
        }
        char[] typed = password.getValue().toCharArray();
        try {
            switch (passwords.check(acting, typed)) {
                // who signs in elsewhere has no password, and their own data are theirs all the same
                case RIGHT, NONE -> offer(export.make(acting, texts().locale()));
                case WRONG -> refuse("identity.password.old.wrong");
                case TOO_MANY -> trouble.say(texts().get("identity.password.tooMany"));
            }
        } catch (Hashing.Busy busy) {
            trouble.say(texts().get("identity.busy"));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private void refuse(String key) {
        password.setErrorMessage(texts().get(key));
        password.setInvalid(true);
        password.focus();
    }

    private void offer(PersonalReport report) {
        password.clear();
        String name = texts().get("identity.export.file");
        Instant until = Clock.systemUTC().instant().plus(VALIDITY);
        files.add(
                file("identity.export.pdf", name + ".pdf", "application/pdf", until, () -> export.pdf(report)),
                file("identity.export.json", name + ".json", "application/json", until, () -> export.json(report)));
        ready.say(texts().get("identity.export.ready", VALIDITY.toMinutes()));
        if (!report.missing().isEmpty()) {
            missing.say(texts().get("identity.export.missing", String.join(", ", report.missing())));
        }
    }

    private Anchor file(String key, String name, String type, Instant until, Supplier<byte[]> content) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    if (Clock.systemUTC().instant().isAfter(until)) {
                        return DownloadResponse.error(HttpStatusCode.GONE);
                    }
                    byte[] bytes = content.get();
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
                }),
                "");
        link.addClassName("og-buttonlink");
        link.add(new Icon("download"), new Span(texts().get(key)));
        return link;
    }
}
