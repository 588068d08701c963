package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.stream.Collectors;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;

/** My account: who I am to the portal, my password, my open sessions. */
final class AccountView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Account account;

    AccountView(AccountViews portal, Acting acting) {
        super("identity.account");
        this.account = acting.person()
                .flatMap(person -> portal.accounts.find(person.id()))
                .orElseThrow(() -> new IllegalStateException("Somebody signed in has no account"));
        Notice unverified = new Notice(Tone.WARNING);
        if (account.verifiedAt().isEmpty()) {
            texts().onLanguage(() -> unverified.say(unverified(portal.providers)));
        }
        Div data = card("identity.account.data");
        Div details = new Div();
        data.add(details);
        texts().onLanguage(() -> {
            details.removeAll();
            details.add(details());
        });
        Div picture = card("identity.picture.title");
        picture.add(new PictureCard(texts(), portal.pictures, acting));
        Div password = card("identity.account.password");
        password.add(new ChangePasswordForm(texts(), portal.registration, acting, account));
        password.setVisible(account.password().isPresent());
        Div providers = card("identity.providers.title");
        providers.add(new ProvidersCard(texts(), portal.providers, portal.federation, acting, account));
        providers.setVisible(!portal.providers.all().isEmpty());
        Div email = card("identity.email.title");
        email.add(new ChangeEmailForm(texts(), portal.emailChange, portal.passwords, acting, account));
        Div sessions = card("identity.account.sessions");
        sessions.add(new SessionList(texts(), portal.sessions, acting));
        Div second = card("identity.secondFactor.title");
        second.add(new SecondFactorCard(texts(), portal.secondFactors, portal.office, acting, account));
        add(unverified, data, picture, sessions, password, email, second, providers);
    }

    /** Where the identity can be confirmed: always at the office, and by the providers that prove it. */
    private String unverified(IdentityProviders providers) {
        String proving = providers.all().stream()
                .filter(provider -> provider.level() == AccessLevel.STRONG)
                .map(provider -> provider.name(texts().locale()))
                .collect(Collectors.joining(", "));
        return proving.isEmpty()
                ? texts().get("identity.account.unverified")
                : texts().get("identity.account.unverified.providers", proving);
    }

    private Div card(String key) {
        H2 title = new H2();
        texts().bind(title::setText, key);
        Div card = new Div(title);
        card.addClassNames("og-card", "og-section");
        return card;
    }

    private Details details() {
        Texts texts = texts();
        return new Details()
                .with(texts.get("identity.account.name"), account.name())
                .with(texts.get("identity.account.userName"), account.userName())
                .with(texts.get("identity.email"), account.email().orElse(""))
                .with(
                        texts.get("identity.account.identity"),
                        account.verifiedAt().isPresent()
                                ? new Badge(Tone.SUCCESS, texts.get("identity.account.verified"))
                                : new Badge(Tone.WARNING, texts.get("identity.account.notVerified")))
                .with(
                        texts.get("identity.account.roles"),
                        account.roles().stream()
                                .map(role -> RoleWords.of(texts, role))
                                .sorted()
                                .collect(Collectors.joining(", ")))
                .with(texts.get("identity.account.since"), Formats.moment(account.createdAt()))
                .with(
                        texts.get("identity.account.lastSignIn"),
                        account.signedInAt().map(Formats::moment).orElse(""));
    }
}
