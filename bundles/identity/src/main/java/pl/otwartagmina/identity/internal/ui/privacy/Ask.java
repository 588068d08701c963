package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import pl.otwartagmina.api.ui.Texts;

/** Asks once, and says what will happen: {@code <key>.title}, {@code .text} and {@code .yes}. */
final class Ask extends Dialog {
    private static final long serialVersionUID = 1L;

    Ask(Texts texts, String key, Runnable yes, Object... arguments) {
        setHeaderTitle(texts.get(key + ".title"));
        add(new Paragraph(texts.get(key + ".text", arguments)));
        Button no = new Button(texts.get("identity.day.cancel"), click -> close());
        Button go = new Button(texts.get(key + ".yes"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        go.addSingleClickListener(click -> {
            close();
            yes.run();
        });
        getFooter().add(no, go);
    }
}
