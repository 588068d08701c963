package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;

/** "You will soon be signed out", with a button to stay (WCAG 2.2.1). */
final class ExpiryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Paragraph words = new Paragraph();
    private final Button stay = new Button();
    private final Button leave = new Button();

    ExpiryDialog() {
        setCloseOnOutsideClick(false);
        add(words);
        stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // any act keeps the session: the click itself is one
        stay.addClickListener(click -> close());
        getFooter().add(leave, stay);
    }

    void open(MainLayout layout, Duration left) {
        setHeaderTitle(layout.getTranslation("portal.expiry.title"));
        words.setText(layout.getTranslation("portal.expiry.text", Math.max(1, left.toSeconds())));
        stay.setText(layout.getTranslation("portal.expiry.stay"));
        leave.setText(layout.getTranslation("portal.signOut"));
        if (!isOpened()) {
            leave.addSingleClickListener(click -> layout.signOut());
            layout.getUI().ifPresent(ui -> ui.add(this));
            open();
        }
    }
}
