package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.Arrays;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.shell.internal.Preferences;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.Visits;
import pl.otwartagmina.shell.internal.layout.Links;

/** User name and password, then back to where the person was going. */
public final class SignInPage extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    public static final String PATH = "logowanie";
    private static final String AFTER_EXPIRY = "wygasla";
    /** Where a browser goes that was signed out for standing idle. */
    public static final String EXPIRED = PATH + "?" + AFTER_EXPIRY;

    private final TextField userName = new TextField();
    private final PasswordField password = new PasswordField();
    private final Div passwordForm = new Div();
    private final Notice wrong = new Notice(Tone.DANGER);
    private final Notice expired = new Notice(Tone.INFO);
    private final transient Visits visits;

    SignInPage(Optional<SignIn> signIn, Visits visits) {
        super("portal.signInPage");
        this.visits = visits;
        addClassName("og-narrow");
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
        Div links = new Div();
        links.addClassName("og-form-links");
        texts().onLanguage(() -> {
            links.removeAll();
            for (SignIn.Link link : signIn.links(getLocale())) {
                Anchor anchor = Links.to(link.address(), new Span(link.text()));
                anchor.addClassName("og-link");
                links.add(anchor);
            }
        });
        passwordForm.add(wrong, userName, password, enter, links);
        passwordForm.addClassNames("og-form", "og-card");
        return passwordForm;
    }

    private void signIn(SignIn signIn) {
        if (userName.isEmpty() || password.isEmpty()) {
            refuse(getTranslation("portal.signInPage.missing"), userName.isEmpty() ? userName : password);
            return;
        }
        char[] secret = password.getValue().toCharArray();
        Acting visitor = Visit.acting(UI.getCurrent());
        SignIn.Result result = signIn.signIn(userName.getValue().strip(), secret, visitor.origin());
        Arrays.fill(secret, ' ');
        password.clear();
        if (result instanceof SignIn.Welcome welcome) {
            enter(welcome.person());
        } else if (result instanceof SignIn.SecondFactor second) {
            askForCode(signIn, second.ticket());
        } else {
            refuse(fault(result, "portal.signInPage.wrong"), password);
        }
    }

    private void askForCode(SignIn signIn, String ticket) {
        SecondFactorForm form = new SecondFactorForm(texts(), code -> {
            SignIn.Result result = signIn.secondFactor(
                    ticket, code, Visit.acting(UI.getCurrent()).origin());
            if (result instanceof SignIn.Welcome welcome) {
                enter(welcome.person());
                return Optional.empty();
            }
            return Optional.of(fault(result, "portal.secondFactor.wrong"));
        });
        expired.hide();
        passwordForm.setVisible(false);
        add(form);
        form.begin();
    }

    /** Why nobody is signed in, in words. */
    private String fault(SignIn.Result result, String wrongKey) {
        if (result instanceof SignIn.Later later) {
            return getTranslation(
                    "portal.signInPage.later", Math.max(1, later.pause().toSeconds()));
        } else if (result instanceof SignIn.NotConfirmed) {
            return getTranslation("portal.signInPage.notConfirmed");
        } else if (result instanceof SignIn.TooLate) {
            return getTranslation("portal.secondFactor.tooLate");
        }
        return getTranslation(wrongKey);
    }

    private void enter(Person person) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (!Preferences.hasLanguage(request)) {
            person.language().ifPresent(language -> Preferences.of(UI.getCurrent())
                    .in(language)
                    .keep(VaadinResponse.getCurrent(), request.isSecure()));
        }
        VaadinSession session = VaadinSession.getCurrent();
        String address = Visit.of(session).takeReturnTo();
        visits.begin(session, person);
        UI.getCurrent().getPage().setLocation("/" + address);
    }

    private void refuse(String text, com.vaadin.flow.component.Focusable<?> next) {
        wrong.say(text);
        next.focus();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey(AFTER_EXPIRY)) {
            texts().bind(expired::say, "portal.signInPage.expired");
        }
    }

    /** Ends the visit, in all windows of this browser. */
    public static void signOut(Component anywhere) {
        anywhere.getUI().ifPresent(ui -> Visit.signOut(ui.getSession(), ""));
    }
}
