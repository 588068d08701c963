package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.stream.Stream;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.FileField;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.Representation;
import pl.otwartagmina.identity.internal.Scan;

/** A mandate that a clerk has seen: for whom, of which number, by what document. */
final class EnterMandateForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;
    private static final int PESEL_DIGITS = 11;

    private final Texts texts;
    private final transient Representation representation;
    private final transient PartyKeys keys;
    private final transient Acting acting;
    private final transient Account agent;
    private final transient Runnable done;
    private final Notice entered = new Notice(Tone.SUCCESS);
    private final TextField name = new TextField();
    private final TextField number = new TextField();
    private final TextField basis = new TextField();
    private final Div chosen = new Div();
    private final ExtentFields extent;
    private transient Optional<Scan> scan = Optional.empty();

    EnterMandateForm(
            Texts texts,
            Representation representation,
            People people,
            PartyKeys keys,
            Acting acting,
            Account agent,
            Runnable done) {
        this.texts = texts;
        this.representation = representation;
        this.keys = keys;
        this.acting = acting;
        this.agent = agent;
        this.done = done;
        this.extent = new ExtentFields(texts, people.modules(), representation.today());
        addClassName("og-form");
        field(name, "identity.officeMandates.name");
        field(number, "identity.officeMandates.number");
        texts.bind(number::setHelperText, "identity.officeMandates.number.help");
        field(basis, "identity.officeMandates.basis");
        texts.bind(basis::setHelperText, "identity.officeMandates.basis.help");
        Button enter = new Button();
        texts.bind(enter::setText, "identity.officeMandates.send");
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.setDisableOnClick(true);
        enter.addClickListener(click -> {
            enter();
            enter.setEnabled(true);
        });
        FileField file = new FileField(
                texts,
                "identity.officeMandates.scan",
                Scan.LONGEST,
                Stream.of(Scan.Type.values())
                        .flatMap(type -> type.extensions().stream())
                        .toList(),
                (sent, content) -> {
                    byte[] all = content.readAllBytes();
                    return () -> take(sent, all);
                });
        chosen.addClassName("og-role");
        file.add(chosen);
        texts.onLanguage(this::showChosen);
        add(entered, name, number, basis, file, extent, enter);
    }

    private void field(TextField field, String key) {
        texts.bind(field::setLabel, key);
        field.setAutocomplete(Autocomplete.OFF);
        field.setMaxLength(LONGEST);
        Fields.required(field);
    }

    private Optional<String> take(String file, byte[] content) {
        Optional<Scan.Fault> fault = Scan.fault(file, content);
        if (fault.isEmpty()) {
            choose(Optional.of(Scan.of(file, content)));
        }
        return fault.map(one -> texts.get("identity.scan.fault." + one));
    }

    private void choose(Optional<Scan> now) {
        scan = now;
        showChosen();
    }

    private void showChosen() {
        chosen.removeAll();
        scan.ifPresent(one -> {
            Button remove = new Button(texts.get("portal.file.remove"), click -> choose(Optional.empty()));
            remove.setAriaLabel(texts.get("portal.file.remove") + ": " + one.name());
            chosen.add(new Span(one.name()), new Badge(Tone.SUCCESS, texts.get("identity.file.ready")), remove);
        });
    }

    private void enter() {
        entered.hide();
        String principal = name.getValue().strip();
        String document = basis.getValue().strip();
        Optional<PartyKey> party = party(number.getValue().replaceAll("[\\s-]", ""));
        if (principal.isEmpty()) {
            Fields.refuse(name, texts.get("identity.officeMandates.name.missing"));
        } else if (party.isEmpty()) {
            Fields.refuse(number, texts.get("identity.officeMandates.number.wrong"));
        } else if (agent.party().equals(party)) {
            Fields.refuse(number, texts.get("identity.officeMandates.number.own"));
        } else if (document.isEmpty()) {
            Fields.refuse(basis, texts.get("identity.officeMandates.basis.missing"));
        } else {
            extent.value().ifPresent(covered -> {
                representation.enter(acting, party.get(), principal, agent, covered, document, scan);
                entered.say(texts.get("identity.officeMandates.done", agent.name(), principal));
                name.clear();
                number.clear();
                basis.clear();
                choose(Optional.empty());
                done.run();
            });
        }
    }

    private Optional<PartyKey> party(String digits) {
        try {
            return Optional.of(digits.length() == PESEL_DIGITS ? keys.of(new Pesel(digits)) : keys.of(new Nip(digits)));
        } catch (InvalidNumber wrong) {
            return Optional.empty();
        }
    }
}
