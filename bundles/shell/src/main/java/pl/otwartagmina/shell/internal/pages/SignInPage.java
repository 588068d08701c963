package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.VaadinSession;
import java.util.Arrays;
import java.util.Optional;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.shell.internal.Visit;

/** User name and password, then back to where the person was going. */
public final class SignInPage extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    public static final String PATH = "logowanie";
    private static final String AFTER_EXPIRY = "wygasla";
    /** Where a browser goes that was signed out for standing idle. */
    public static final String EXPIRED = PATH + "?" + AFTER_EXPIRY;

    private final TextField userName = new TextField();
    private final PasswordField password = new PasswordField();
    private final Div wrong = notice("danger", "circle-alert");
    private final Div expired = notice("info", "info");

    SignInPage(Optional<SignIn> signIn) {
        super("portal.signInPage");
        addClassName("og-narrow");
        expired.setVisible(false);
        add(expired);
        if (signIn.isPresent()) {
            add(form(signIn.get()));
        } else {
            add(new EmptyState(
                    "key-round",
                    getTranslation("portal.signInPage.none.title"),
                    getTranslation("portal.signInPage.none.text")));
        }
    }

    private Component form(SignIn signIn) {
        userName.setAutocomplete(Autocomplete.USERNAME);
        userName.setAutofocus(true);
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        texts().bind(userName::setLabel, "portal.signInPage.userName");
        texts().bind(password::setLabel, "portal.signInPage.password");
        wrong.setVisible(false);
        wrong.getElement().setAttribute("role", "alert");
        Button enter = new Button();
        texts().bind(enter::setText, "portal.signInPage.enter");
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // what was typed last arrives before the click
        enter.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        enter.setDisableOnClick(true);
        enter.addClickListener(click -> {
            signIn(signIn);
            enter.setEnabled(true);
        });
        Div form = new Div(wrong, userName, password, enter);
        form.addClassNames("og-form", "og-card");
        return form;
    }

    private void signIn(SignIn signIn) {
        if (userName.isEmpty() || password.isEmpty()) {
            refuse("portal.signInPage.missing", userName.isEmpty() ? userName : password);
            return;
        }
        char[] secret = password.getValue().toCharArray();
        Optional<Person> person = signIn.signIn(userName.getValue().strip(), secret);
        Arrays.fill(secret, ' ');
        password.clear();
        if (person.isEmpty()) {
            refuse("portal.signInPage.wrong", password);
            return;
        }
        Visit visit = Visit.of(VaadinSession.getCurrent());
        visit.signedIn(person.get());
        UI.getCurrent().getPage().setLocation("/" + visit.takeReturnTo());
    }

    private void refuse(String key, com.vaadin.flow.component.Focusable<?> next) {
        wrong.removeAll();
        wrong.add(new Icon("circle-alert"), new Paragraph(getTranslation(key)));
        wrong.setVisible(true);
        next.focus();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey(AFTER_EXPIRY)) {
            texts().onLanguage(() -> {
                expired.removeAll();
                expired.add(new Icon("info"), new Paragraph(getTranslation("portal.signInPage.expired")));
            });
            expired.setVisible(true);
        }
    }

    private static Div notice(String tone, String icon) {
        Div box = new Div(new Icon(icon));
        box.addClassNames("og-notice", "og-notice-" + tone);
        return box;
    }

    /** Ends the visit, in all windows of this browser. */
    public static void signOut(Component anywhere) {
        anywhere.getUI().ifPresent(ui -> Visit.signOut(ui.getSession(), ""));
    }
}
