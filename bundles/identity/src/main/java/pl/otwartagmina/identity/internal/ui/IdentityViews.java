package pl.otwartagmina.identity.internal.ui;

import java.util.List;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.identity.internal.Federation;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.Registration;
import pl.otwartagmina.identity.internal.Representation;
import pl.otwartagmina.identity.internal.SecondFactors;
import pl.otwartagmina.identity.internal.Verification;
import pl.otwartagmina.identity.internal.audit.AuditTrail;
import pl.otwartagmina.identity.internal.store.AccountStore;

/** The screens of accounts, and what they work with. */
public record IdentityViews(
        AccountStore accounts,
        Registration registration,
        OpenSessions sessions,
        Office office,
        People people,
        AuditTrail trail,
        Verification verification,
        SecondFactors secondFactors,
        Federation federation,
        IdentityProviders providers,
        Representation representation,
        PartyKeys keys) {
    /** All of them. */
    public List<View<?>> all() {
        return List.of(
                View.first(
                        AccountView.class,
                        "identity.account.title",
                        AccessLevel.ACCOUNT,
                        acting -> new AccountView(this, acting)),
                View.inner(
                        "register",
                        RegisterView.class,
                        "identity.register.title",
                        AccessLevel.PUBLIC,
                        acting -> new RegisterView(registration, office, acting)),
                View.inner(
                        "confirm",
                        ConfirmView.class,
                        "identity.confirm.title",
                        AccessLevel.PUBLIC,
                        acting -> new ConfirmView(registration, acting)),
                View.inner(
                        "forgotten",
                        ForgottenView.class,
                        "identity.forgotten.title",
                        AccessLevel.PUBLIC,
                        acting -> new ForgottenView(registration, acting)),
                View.inner(
                        "password",
                        NewPasswordView.class,
                        "identity.newPassword.title",
                        AccessLevel.PUBLIC,
                        acting -> new NewPasswordView(registration, acting)),
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
                                "people",
                                PeopleView.class,
                                "identity.people.title",
                                AccessLevel.ACCOUNT,
                                acting -> new PeopleView(people, acting))
                        .forRole(Role.ADMINISTRATOR),
                View.listed(
                                "verify",
                                VerifyView.class,
                                "identity.verify.title",
                                AccessLevel.ACCOUNT,
                                acting -> new VerifyView(people, verification, acting))
                        .forRole(People.VERIFIER),
                View.listed(
                                "office-mandates",
                                OfficeMandatesView.class,
                                "identity.officeMandates.title",
                                AccessLevel.ACCOUNT,
                                acting -> new OfficeMandatesView(representation, people, keys, acting))
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
