package pl.otwartagmina.identity.internal;

import java.net.URI;
import java.util.Locale;
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

    /** A letter that leads to the portal. Keys: {@code identity.letter.<name>.subject} and {@code .text}. */
    void write(Account account, String name) {
        write(account, name, office.portal());
    }

    /** A letter whose link leads to a screen and holds a secret that is good once. */
    void write(Account account, String name, String view, Links.Purpose purpose) {
        write(
                account,
                name,
                office.portal().resolve("e/identity/" + view + "?link=" + links.make(account.id(), purpose)));
    }

    private void write(Account account, String name, URI link) {
        account.email().ifPresent(address -> write(account, address, name, link));
    }

    private void write(Account account, String address, String name, URI link) {
        Locale locale = account.language().orElseGet(People::usualLanguage);
        String key = "identity.letter." + name;
        String gmina = office.name(locale);
        String text = translations.text(
                locale, key + ".text", account.firstName(), account.userName(), link.toString(), gmina);
        post.send(
                tables.unit(),
                new Letter(
                        address,
                        translations.text(locale, key + ".subject", gmina),
                        text + "\n\n" + translations.text(locale, "identity.letter.end", gmina)));
    }
}
