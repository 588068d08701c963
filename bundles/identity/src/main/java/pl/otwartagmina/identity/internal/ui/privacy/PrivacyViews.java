package pl.otwartagmina.identity.internal.ui.privacy;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.identity.internal.PasswordCheck;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.audit.PersonalTrail;
import pl.otwartagmina.identity.internal.privacy.DataExport;
import pl.otwartagmina.identity.internal.privacy.Erasures;
import pl.otwartagmina.identity.internal.privacy.GivenConsents;

/** The screens of personal data, and what they work with. */
@Component(service = PrivacyViews.class)
public final class PrivacyViews {
    private final PersonalTrail trail;
    private final DataExport export;
    private final PasswordCheck passwords;
    private final Erasures erasures;
    private final GivenConsents consents;

    @Activate
    public PrivacyViews(
            @Reference PersonalTrail trail,
            @Reference DataExport export,
            @Reference PasswordCheck passwords,
            @Reference Erasures erasures,
            @Reference GivenConsents consents) {
        this.trail = trail;
        this.export = export;
        this.passwords = passwords;
        this.erasures = erasures;
        this.consents = consents;
    }

    /** All of them. */
    public List<View<?>> all() {
        return List.of(
                View.listed(
                        "privacy",
                        PrivacyView.class,
                        "identity.privacy.title",
                        AccessLevel.ACCOUNT,
                        acting -> new PrivacyView(trail, export, passwords, erasures, consents, acting)),
                View.listed(
                                "erasures",
                                ErasuresView.class,
                                "identity.erasures.title",
                                AccessLevel.ACCOUNT,
                                acting -> new ErasuresView(erasures, acting))
                        .forRole(People.VERIFIER));
    }
}
