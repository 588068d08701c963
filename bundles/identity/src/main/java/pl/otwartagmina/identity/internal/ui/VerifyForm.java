package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.NewAccount;
import pl.otwartagmina.identity.internal.Verification;
import pl.otwartagmina.identity.internal.Verification.Document;
import pl.otwartagmina.identity.internal.store.NameTaken;

/** What the document says: names, PESEL, and what document it is. */
final class VerifyForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int PESEL_LENGTH = 11;

    private final Texts texts;
    private final transient Verification verification;
    private final transient Acting acting;
    private final transient Account account;
    private final transient Consumer<Account> done;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final TextField firstName = new TextField();
    private final TextField lastName = new TextField();
    private final TextField pesel = new TextField();
    private final Select<Document> document = new Select<>();

    VerifyForm(Texts texts, Verification verification, Acting acting, Account account, Consumer<Account> done) {
        this.texts = texts;
        this.verification = verification;
        this.acting = acting;
        this.account = account;
        this.done = done;
        addClassName("og-form");
        field(firstName, "identity.firstName", NewAccount.LONGEST_NAME);
        firstName.setValue(account.firstName());
        field(lastName, "identity.lastName", NewAccount.LONGEST_NAME);
        lastName.setValue(account.lastName());
        field(pesel, "identity.verify.pesel", PESEL_LENGTH);
        pesel.setAllowedCharPattern("[0-9]");
        pesel.getElement().setAttribute("inputmode", "numeric");
        texts.bind(document::setLabel, "identity.verify.document");
        texts.onLanguage(() -> document.setItemLabelGenerator(
                one -> one == null ? "" : texts.get("identity.verify.document." + one.name())));
        document.setItems(Document.values());
        document.setValue(Document.IDENTITY_CARD);
        Button confirm = new Button();
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            confirm();
            confirm.setEnabled(true);
        });
        texts.bind(confirm::setText, "identity.verify.send");
        add(trouble, firstName, lastName, pesel, document, confirm);
    }

    private void field(TextField field, String key, int longest) {
        texts.bind(field::setLabel, key);
        field.setAutocomplete(Autocomplete.OFF);
        field.setMaxLength(longest);
        Fields.required(field);
    }

    private void confirm() {
        trouble.hide();
        String first = firstName.getValue().strip();
        String last = lastName.getValue().strip();
        if (!NewAccount.isName(first)) {
            refuse(firstName, "identity.firstName.missing");
            return;
        }
        if (!NewAccount.isName(last)) {
            refuse(lastName, "identity.lastName.missing");
            return;
        }
        Optional<Pesel> number = number();
        if (number.isEmpty()) {
            refuse(pesel, "identity.verify.pesel.wrong");
            return;
        }
        try {
            done.accept(verification.verify(acting, account, first, last, number.get(), document.getValue()));
        } catch (NameTaken other) {
            trouble.say(texts.get("identity.verify.taken"));
        }
    }

    private Optional<Pesel> number() {
        try {
            return Optional.of(new Pesel(pesel.getValue().strip()));
        } catch (InvalidNumber wrong) {
            return Optional.empty();
        }
    }

    private void refuse(TextField field, String key) {
        Fields.refuse(field, texts.get(key));
    }
}
