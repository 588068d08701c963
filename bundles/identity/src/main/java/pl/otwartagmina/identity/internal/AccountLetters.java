package pl.otwartagmina.identity.internal;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.api.mail.Post;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.Links;

/**
 * Letters to the owners of accounts who have given an address, in the language of each; each leaves with the transaction that
 * writes it.
 */
@Component(service = AccountLetters.class)
public final class AccountLetters {
    private final IdentityTables tables;
    private final Links links;
    private final Office office;
    private final Post post;
    private final Translations translations;

    @Activate
    public AccountLetters(
            @Reference IdentityTables tables,
            @Reference Links links,
            @Reference Office office,
            @Reference Post post,
            @Reference Translations translations) {
        this.tables = tables;
        this.links = links;
        this.office = office;
        this.post = post;
        this.translations = translations;
    }

    /**
     * A letter that leads to the portal. Keys: {@code identity.letter.<name>.subject} and {@code .text}.
     *
     * @param more what the text names besides, from its argument {@code {4}} on
     */
    public void write(Account account, String name, String... more) {
        write(account, name, office.portal(), more);
    }

    /** A letter whose link leads to a screen and holds this secret. */
    void writeWithSecret(Account account, String name, String view, String secret) {
        write(account, name, link(view, secret));
    }

    /** A letter to somebody who has no account yet. */
    void answer(NewAccount applicant, String name, String... more) {
        send(
                applicant.email().orElseThrow(),
                applicant.language(),
                name,
                applicant.firstName(),
                "",
                office.portal(),
                more);
    }

    /** A letter whose link leads to a screen and holds a secret that is good once. */
    void write(Account account, String name, String view, Links.Purpose purpose) {
        write(account, name, link(view, links.make(account.id(), purpose)));
    }

    /** A letter to an address that is not the account's, or not yet, with a link that is good once. */
    void writeTo(String address, Account account, String name, String view, Links.Purpose purpose) {
        send(address, account, name, link(view, links.make(account.id(), purpose)));
    }

    /** A letter to such an address that leads to the portal. */
    void writeTo(String address, Account account, String name) {
        send(address, account, name, office.portal());
    }

    /** A letter to somebody who may have no account: a mandate is offered to them. */
    void offer(String address, String firstName, String principal, String secret, Locale locale) {
        send(address, locale, "mandateOffer", firstName, "", link("mandate", secret), principal);
    }

    private URI link(String view, String secret) {
        return office.portal().resolve("e/identity/" + view + "?link=" + secret);
    }

    /** In which the owner of an account is written to. */
    public Locale language(Account account) {
        return account.language().orElseGet(People::usualLanguage);
    }

    private void write(Account account, String name, URI link, String... more) {
        account.email().ifPresent(address -> send(address, account, name, link, more));
    }

    private void send(String address, Account account, String name, URI link, String... more) {
        send(address, language(account), name, account.firstName(), account.userName(), link, more);
    }

    private void send(
            String address, Locale locale, String name, String firstName, String userName, URI link, String... more) {
        String key = "identity.letter." + name;
        String gmina = office.name(locale);
        Object[] arguments = Stream.concat(Stream.of(firstName, userName, link.toString(), gmina), Stream.of(more))
                .toArray();
        post.send(
                tables.unit(),
                new Letter(
                        address,
                        translations.text(locale, key + ".subject", gmina),
                        translations.text(locale, key + ".text", arguments)
                                + "\n\n"
                                + translations.text(locale, "identity.letter.end", gmina)));
    }
}
