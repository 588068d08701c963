package pl.otwartagmina.identity;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.HelpTopic;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.identity.internal.Federation;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.Registration;
import pl.otwartagmina.identity.internal.Representation;
import pl.otwartagmina.identity.internal.SecondFactors;
import pl.otwartagmina.identity.internal.Verification;
import pl.otwartagmina.identity.internal.audit.AuditTrail;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.ui.IdentityViews;

/** My account (Moje konto): registration, password, open sessions. */
@Component
public final class IdentityService implements EService {
    private final IdentityViews views;

    @Activate
    public IdentityService(
            @Reference AccountStore accounts,
            @Reference Registration registration,
            @Reference OpenSessions sessions,
            @Reference Office office,
            @Reference People people,
            @Reference AuditTrail trail,
            @Reference Verification verification,
            @Reference SecondFactors secondFactors,
            @Reference Federation federation,
            @Reference IdentityProviders providers,
            @Reference Representation representation,
            @Reference PartyKeys keys) {
        this.views = new IdentityViews(
                accounts,
                registration,
                sessions,
                office,
                people,
                trail,
                verification,
                secondFactors,
                federation,
                providers,
                representation,
                keys);
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("identity", Category.ACCOUNT, AccessLevel.ACCOUNT, "user", 10);
    }

    @Override
    public List<View<?>> views() {
        return views.all();
    }

    @Override
    public List<HelpTopic> help() {
        return List.of(
                new HelpTopic("identity.help.register.title", "identity.help.register.text"),
                new HelpTopic("identity.help.password.title", "identity.help.password.text"),
                new HelpTopic("identity.help.sessions.title", "identity.help.sessions.text"));
    }
}
