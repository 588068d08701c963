package pl.otwartagmina.identity.internal.ui;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.identity.internal.LookUps;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.Representation;

/** The screens of mandates, and what they work with. */
@Component(service = MandateViews.class)
public final class MandateViews {
    private final Representation representation;
    private final People people;
    private final LookUps lookUps;
    private final PartyKeys keys;

    @Activate
    public MandateViews(
            @Reference Representation representation,
            @Reference People people,
            @Reference LookUps lookUps,
            @Reference PartyKeys keys) {
        this.representation = representation;
        this.people = people;
        this.lookUps = lookUps;
        this.keys = keys;
    }

    /** All of them. */
    public List<View<?>> all() {
        return List.of(
                View.listed(
                        "mandates",
                        MandatesView.class,
                        "identity.mandates.title",
                        AccessLevel.VERIFIED,
                        acting -> new MandatesView(representation, people, acting)),
                View.inner(
                        "mandate",
                        AcceptMandateView.class,
                        "identity.mandates.accept.title",
                        AccessLevel.VERIFIED,
                        acting -> new AcceptMandateView(representation, acting)),
                View.listed(
                                "office-mandates",
                                OfficeMandatesView.class,
                                "identity.officeMandates.title",
                                AccessLevel.ACCOUNT,
                                acting -> new OfficeMandatesView(representation, people, lookUps, keys, acting))
                        .forRole(People.VERIFIER));
    }
}
