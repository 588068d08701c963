package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.html.H2;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.PasswordCheck;
import pl.otwartagmina.identity.internal.audit.PersonalTrail;
import pl.otwartagmina.identity.internal.privacy.DataExport;
import pl.otwartagmina.identity.internal.privacy.Erasures;
import pl.otwartagmina.identity.internal.privacy.GivenConsents;

/** My data: who looked at them, a copy, what I have agreed to, and the way to have them erased. */
final class PrivacyView extends Page {
    private static final long serialVersionUID = 1L;

    PrivacyView(
            PersonalTrail trail,
            DataExport export,
            PasswordCheck passwords,
            Erasures erasures,
            GivenConsents consents,
            Acting acting) {
        super("identity.privacy");
        Person person = acting.person().orElseThrow();
        Subject subject = new Subject(person.id(), person.party());
        H2 ledger = new H2();
        texts().bind(ledger::setText, "identity.trail.title");
        add(
                ledger,
                new TrailCard(texts(), trail, subject),
                new ExportCard(texts(), export, passwords, acting),
                new ConsentCard(texts(), consents, acting),
                new ErasureCard(texts(), erasures, acting, subject));
    }
}
