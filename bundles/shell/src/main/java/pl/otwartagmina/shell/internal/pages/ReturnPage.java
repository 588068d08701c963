package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.Visits;
import pl.otwartagmina.shell.internal.federation.Errands;
import pl.otwartagmina.shell.internal.layout.Links;

/** Where a browser comes back to from an identity provider: in, or why not. */
public final class ReturnPage extends MessagePage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    static final String PATH = "logowanie/powrot";
    private static final String ERRAND = "proba";
    /** Where somebody goes who was confirmed and was going nowhere. */
    private static final String ACCOUNT = "e/identity";

    private final transient Optional<SignIn> signIn;
    private final transient Visits visits;
    private final transient Errands errands;
    private final transient Entrance entrance;

    ReturnPage(Optional<SignIn> signIn, Visits visits, Errands errands) {
        this.signIn = signIn;
        this.visits = visits;
        this.errands = errands;
        this.entrance = new Entrance(texts(), visits);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UI ui = event.getUI();
        Optional<Errands.Settled> settled = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ERRAND)
                .flatMap(id -> errands.collect(id, Visit.of(ui.getSession()).name()));
        if (settled.isEmpty() || signIn.isEmpty()) {
            refuse("lost");
            return;
        }
        Errands.Outcome outcome = settled.get().outcome();
        if (outcome instanceof Errands.Recognised recognised) {
            arrived(
                    settled.get(),
                    recognised.proof(),
                    signIn.get(),
                    Visit.acting(ui).origin());
        } else if (outcome instanceof Errands.NotRecognised not) {
            refuse(not.reason().name().toLowerCase(Locale.ROOT));
        } else {
            refuse("unreachable");
        }
    }

    private void arrived(Errands.Settled errand, Proof proof, SignIn in, Origin origin) {
        VaadinSession session = VaadinSession.getCurrent();
        Optional<Person> present = Visit.of(session).person();
        if (!present.map(Person::id).equals(errand.sender().account())) {
            refuse("lost");
            return;
        }
        SignIn.Result result = present.isPresent()
                ? in.connect(present.get(), errand.provider(), proof, origin)
                : in.federated(errand.provider(), proof, origin);
        if (result instanceof SignIn.Welcome welcome && present.isPresent()) {
            confirmed(errand, welcome.person());
        } else if (result instanceof SignIn.Welcome welcome) {
            enter(errand, proof, welcome.person());
        } else if (result instanceof SignIn.SecondFactor second) {
            say("shield", "portal.sso.second");
            SecondFactorForm form = entrance.secondStep(in, second.ticket(), person -> enter(errand, proof, person));
            addBelow(form);
            form.begin();
        } else {
            refuse(reason(result));
        }
    }

    private void enter(Errands.Settled errand, Proof proof, Person person) {
        entrance.enter(person, errand.sender().otherWindow());
        visits.cameBy(VaadinSession.getCurrent(), errand.provider(), proof.session());
        say("log-in", "portal.sso.in");
    }

    private void confirmed(Errands.Settled errand, Person person) {
        VaadinSession session = VaadinSession.getCurrent();
        visits.confirmed(session, person);
        say("shield-check", errand.sender().otherWindow() ? "portal.sso.close" : "portal.sso.in");
        if (errand.sender().otherWindow()) {
            UI.getCurrent().getPage().executeJs("window.close()");
        } else {
            String address = Visit.of(session).takeReturnTo();
            UI.getCurrent().getPage().setLocation("/" + (address.isEmpty() ? ACCOUNT : address));
        }
    }

    private static String reason(SignIn.Result result) {
        if (result instanceof SignIn.AddressTaken) {
            return "address_taken";
        } else if (result instanceof SignIn.OtherAccount) {
            return "other_account";
        } else if (result instanceof SignIn.OtherPerson) {
            return "other_person";
        } else if (result instanceof SignIn.TooLate) {
            return "too_late";
        }
        return "not_proven";
    }

    /** Says why it did not work, and leads back to signing in. */
    private void refuse(String reason) {
        say("triangle-alert", "portal.sso." + reason);
        Anchor again = Links.to(SignInPage.PATH);
        again.addClassName("og-link");
        Span words = new Span();
        texts().bind(words::setText, "portal.sso.again");
        again.add(words);
        addBelow(again);
    }
}
