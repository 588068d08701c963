package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import java.util.function.Consumer;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.shell.internal.Preferences;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.Visits;

/** What is the same however somebody signs in: the second step, the words, and the way back to where the person was going. */
final class Entrance {
    private final Texts texts;
    private final Visits visits;

    Entrance(Texts texts, Visits visits) {
        this.texts = texts;
        this.visits = visits;
    }

    /** The form of the second step; {@code welcome} gets the person once the code fits. */
    SecondFactorForm secondStep(SignIn signIn, String ticket, Consumer<Person> welcome) {
        return new SecondFactorForm(texts, code -> {
            SignIn.Result result = signIn.secondFactor(
                    ticket, code, Visit.acting(UI.getCurrent()).origin());
            if (result instanceof SignIn.Welcome in) {
                welcome.accept(in.person());
                return Optional.empty();
            }
            return Optional.of(fault(result, "portal.secondFactor.wrong"));
        });
    }

    /** Why nobody is signed in, in words. */
    String fault(SignIn.Result result, String wrongKey) {
        return fault(texts, result, wrongKey);
    }

    static String fault(Texts texts, SignIn.Result result, String wrongKey) {
        if (result instanceof SignIn.Later later) {
            return texts.get(
                    "portal.signInPage.later", Math.max(1, later.pause().toSeconds()));
        } else if (result instanceof SignIn.NotConfirmed) {
            return texts.get("portal.signInPage.notConfirmed");
        } else if (result instanceof SignIn.TooLate) {
            return texts.get("portal.secondFactor.tooLate");
        }
        return texts.get(wrongKey);
    }

    /**
     * The person is in, and goes on to where they were going.
     *
     * @param beside whether another window waits for it
     */
    void enter(Person person, boolean beside) {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (!Preferences.hasLanguage(request)) {
            person.language().ifPresent(language -> Preferences.of(UI.getCurrent())
                    .in(language)
                    .keep(VaadinResponse.getCurrent(), request.isSecure()));
        }
        VaadinSession session = VaadinSession.getCurrent();
        String address = beside ? DonePage.PATH : Visit.of(session).takeReturnTo();
        visits.admit(UI.getCurrent(), person, address);
    }
}
