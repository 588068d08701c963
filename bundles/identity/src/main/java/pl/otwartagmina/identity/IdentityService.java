package pl.otwartagmina.identity;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.HelpTopic;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.identity.internal.ui.AccountViews;
import pl.otwartagmina.identity.internal.ui.DeviceViews;
import pl.otwartagmina.identity.internal.ui.MandateViews;
import pl.otwartagmina.identity.internal.ui.OfficeViews;
import pl.otwartagmina.identity.internal.ui.privacy.PrivacyViews;

/** My account (Moje konto): registration, password, open sessions. */
@Component
public final class IdentityService implements EService {
    private final AccountViews account;
    private final DeviceViews devices;
    private final MandateViews mandates;
    private final PrivacyViews privacy;
    private final OfficeViews office;

    @Activate
    public IdentityService(
            @Reference AccountViews account,
            @Reference DeviceViews devices,
            @Reference MandateViews mandates,
            @Reference PrivacyViews privacy,
            @Reference OfficeViews office) {
        this.account = account;
        this.devices = devices;
        this.mandates = mandates;
        this.privacy = privacy;
        this.office = office;
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("identity", Category.ACCOUNT, AccessLevel.ACCOUNT, "user", 10);
    }

    @Override
    public List<View<?>> views() {
        return Stream.of(account.all(), devices.all(), mandates.all(), privacy.all(), office.all())
                .<View<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<HelpTopic> help() {
        return List.of(
                new HelpTopic("identity.help.register.title", "identity.help.register.text"),
                new HelpTopic("identity.help.password.title", "identity.help.password.text"),
                new HelpTopic("identity.help.sessions.title", "identity.help.sessions.text"),
                new HelpTopic("identity.help.devices.title", "identity.help.devices.text"),
                new HelpTopic("identity.help.privacy.title", "identity.help.privacy.text"));
    }
}
