package pl.otwartagmina.identity.internal.ui;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.identity.internal.AccountApplications;
import pl.otwartagmina.identity.internal.EmailChange;
import pl.otwartagmina.identity.internal.Federation;
import pl.otwartagmina.identity.internal.PasswordCheck;
import pl.otwartagmina.identity.internal.Pictures;
import pl.otwartagmina.identity.internal.Registration;
import pl.otwartagmina.identity.internal.SecondFactors;
import pl.otwartagmina.identity.internal.store.AccountStore;

/** The screens of a person's own account, and what they work with. */
@Component(service = AccountViews.class)
public final class AccountViews {
    final AccountStore accounts;
    final Registration registration;
    final EmailChange emailChange;
    final PasswordCheck passwords;
    final OpenSessions sessions;
    final Office office;
    final SecondFactors secondFactors;
    final Federation federation;
    final IdentityProviders providers;
    final AccountApplications applications;
    final Pictures pictures;

    @Activate
    public AccountViews(
            @Reference AccountStore accounts,
            @Reference Registration registration,
            @Reference EmailChange emailChange,
            @Reference PasswordCheck passwords,
            @Reference OpenSessions sessions,
            @Reference Office office,
            @Reference SecondFactors secondFactors,
            @Reference Federation federation,
            @Reference IdentityProviders providers,
            @Reference AccountApplications applications,
            @Reference Pictures pictures) {
        this.accounts = accounts;
        this.registration = registration;
        this.emailChange = emailChange;
        this.passwords = passwords;
        this.sessions = sessions;
        this.office = office;
        this.secondFactors = secondFactors;
        this.federation = federation;
        this.providers = providers;
        this.applications = applications;
        this.pictures = pictures;
    }

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
                        "apply",
                        ApplyView.class,
                        "identity.apply.title",
                        AccessLevel.PUBLIC,
                        acting -> new ApplyView(applications, office, acting)),
                View.inner(
                        "confirm",
                        ConfirmView.class,
                        "identity.confirm.title",
                        AccessLevel.PUBLIC,
                        acting -> new ConfirmView(registration, acting)),
                View.inner(
                        "email",
                        ConfirmEmailView.class,
                        "identity.confirmEmail.title",
                        AccessLevel.PUBLIC,
                        acting -> new ConfirmEmailView(emailChange, acting)),
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
                        acting -> new NewPasswordView(registration, acting)));
    }
}
