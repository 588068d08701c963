package pl.otwartagmina.identity.internal.ui;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.identity.internal.AccountApplications;
import pl.otwartagmina.identity.internal.LookUps;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.Verification;
import pl.otwartagmina.identity.internal.audit.AuditTrail;

/** The screens in which the office looks after accounts, and what they work with. */
@Component(service = OfficeViews.class)
public final class OfficeViews {
    private final People people;
    private final LookUps lookUps;
    private final Verification verification;
    private final AuditTrail trail;
    private final AccountApplications applications;

    @Activate
    public OfficeViews(
            @Reference People people,
            @Reference LookUps lookUps,
            @Reference Verification verification,
            @Reference AuditTrail trail,
            @Reference AccountApplications applications) {
        this.people = people;
        this.lookUps = lookUps;
        this.verification = verification;
        this.trail = trail;
        this.applications = applications;
    }

    /** All of them. */
    public List<View<?>> all() {
        return List.of(
                View.listed(
                                "people",
                                PeopleView.class,
                                "identity.people.title",
                                AccessLevel.ACCOUNT,
                                acting -> new PeopleView(people, lookUps, acting))
                        .forRole(Role.ADMINISTRATOR),
                View.listed(
                                "verify",
                                VerifyView.class,
                                "identity.verify.title",
                                AccessLevel.ACCOUNT,
                                acting -> new VerifyView(lookUps, verification, acting))
                        .forRole(People.VERIFIER),
                View.listed(
                                "applications",
                                ApplicationsView.class,
                                "identity.applications.title",
                                AccessLevel.ACCOUNT,
                                acting -> new ApplicationsView(applications, acting))
                        .forRole(People.VERIFIER),
                View.listed(
                                "audit",
                                AuditView.class,
                                "identity.audit.title",
                                AccessLevel.ACCOUNT,
                                acting -> new AuditView(trail, acting))
                        .forRole(Role.AUDITOR));
    }
}
