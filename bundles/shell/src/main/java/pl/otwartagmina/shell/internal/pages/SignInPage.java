package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PairedDevices;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.Visits;
import pl.otwartagmina.shell.internal.layout.Links;
import pl.otwartagmina.shell.internal.layout.ModulesObserver;

/** Identity providers, or user name and password; then back to where the person was going. */
public final class SignInPage extends Page implements BeforeEnterObserver, ModulesObserver {
    private static final long serialVersionUID = 1L;

    public static final String PATH = "logowanie";
    private static final String AFTER_EXPIRY = "wygasla";
    /** Where a browser goes that was signed out for standing idle. */
    public static final String EXPIRED = PATH + "?" + AFTER_EXPIRY;

    private final TextField userName = new TextField();
    private final PasswordField password = new PasswordField();
    private final Div passwordForm = new Div();
    private final H2 formTitle = new H2();
    private final Notice wrong = new Notice(Tone.DANGER);
    private final Notice expired = new Notice(Tone.INFO);
    private final Div ways = new Div();
    private final transient IdentityProviders providers;
    private final transient Entrance entrance;
    private final transient Optional<Component> device;
    private boolean beside;

    SignInPage(Optional<SignIn> signIn, Optional<PairedDevices> devices, Visits visits, IdentityProviders providers) {
        super("portal.signInPage");
        this.providers = providers;
        this.entrance = new Entrance(texts(), visits);
        addClassName("og-narrow");
        ways.addClassNames("og-form", "og-card");
        device = devices.flatMap(known -> known.unlocking(Visit.acting(UI.getCurrent()), this::enter));
        add(expired);
        device.ifPresent(this::add);
        add(ways);
        texts().onLanguage(this::modulesChanged);
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
        userName.setAutofocus(device.isEmpty());
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
        texts().bind(formTitle::setText, "portal.signInPage.byPassword");
        passwordForm.add(formTitle, wrong, userName, password, enter, links);
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
            refuse(entrance.fault(result, "portal.signInPage.wrong"), password);
        }
    }

    private void enter(Person person) {
        entrance.enter(person, beside);
    }

    private void askForCode(SignIn signIn, String ticket) {
        SecondFactorForm form = entrance.secondStep(signIn, ticket, this::enter);
        expired.hide();
        device.ifPresent(unlocking -> unlocking.setVisible(false));
        ways.setVisible(false);
        passwordForm.setVisible(false);
        add(form);
        form.begin();
    }

    private void refuse(String text, com.vaadin.flow.component.Focusable<?> next) {
        wrong.say(text);
        next.focus();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        beside = WaysIn.isBeside(event);
        if (event.getLocation().getQueryParameters().getParameters().containsKey(AFTER_EXPIRY)) {
            texts().bind(expired::say, "portal.signInPage.expired");
        }
    }

    /** Identity providers come and go while the page is open. */
    @Override
    public void modulesChanged() {
        List<Component> links = WaysIn.of(UI.getCurrent(), providers, AccessLevel.ACCOUNT, false);
        ways.removeAll();
        ways.add(links);
        ways.setVisible(!links.isEmpty() && passwordForm.isVisible());
        formTitle.setVisible(!links.isEmpty());
    }
}
