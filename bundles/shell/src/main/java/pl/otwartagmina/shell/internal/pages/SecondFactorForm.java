package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Function;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;

/** The second step: a code of the app, or one on paper. */
final class SecondFactorForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 16;

    private final Notice wrong = new Notice(Tone.DANGER);
    private final TextField code = new TextField();

    /** @param check takes the code that was typed, and answers what is wrong with it */
    SecondFactorForm(Texts texts, Function<String, Optional<String>> check) {
        addClassNames("og-form", "og-card");
        Paragraph words = new Paragraph();
        texts.bind(words::setText, "portal.secondFactor.text");
        texts.bind(code::setLabel, "portal.secondFactor.code");
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.setMaxLength(LONGEST);
        Button enter = new Button();
        texts.bind(enter::setText, "portal.signInPage.enter");
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        enter.setDisableOnClick(true);
        enter.addClickListener(click -> {
            check.apply(code.getValue()).ifPresent(this::refuse);
            enter.setEnabled(true);
        });
        add(wrong, words, code, enter);
    }

    private void refuse(String text) {
        code.clear();
        wrong.say(text);
        code.focus();
    }

    void begin() {
        code.focus();
    }
}
