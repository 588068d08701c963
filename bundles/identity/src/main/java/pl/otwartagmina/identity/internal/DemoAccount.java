package pl.otwartagmina.identity.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/**
 * An account of the demo. It exists only where its configuration does, which no production profile ships; whatever visitors
 * have done to the password is undone at each start.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "pl.otwartagmina.identity.demo",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DemoAccount.Config.class, factory = true)
public final class DemoAccount {
    /** An invented person. */
    @ObjectClassDefinition(name = "Demo account", description = "An invented person, for the demo profile only")
    public @interface Config {
        @AttributeDefinition(description = "User name")
        String user();

        @AttributeDefinition(description = "Password", type = AttributeType.PASSWORD)
        String password();

        @AttributeDefinition(description = "First name")
        String firstName();

        @AttributeDefinition(description = "Family name")
        String lastName();

        @AttributeDefinition(description = "Invented PESEL, of the resident the same as in the demo dues; may be empty")
        String pesel() default "";

        @AttributeDefinition(description = "Roles, separated by commas")
        String roles() default "";
    }

    /** Puts the account into the database, or puts it right. */
    @Activate
    public DemoAccount(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference Hashing hashing,
            Config config)
            throws Hashing.Busy {
        List<Role> roles = config.roles().isEmpty()
                ? List.of()
                : Stream.of(config.roles().split(" *, *")).map(Role::of).toList();
        PasswordHash password = hashing.hash(config.password().toCharArray());
        tables.unit().tx(em -> {
            Account account = accounts.byName(config.user())
                    .orElseGet(() -> accounts.add(
                            config.user(),
                            new NewAccount(
                                    config.user() + "@demo.example",
                                    config.firstName(),
                                    config.lastName(),
                                    Locale.forLanguageTag("pl")),
                            Optional.of(password),
                            Account.State.ACTIVE));
            accounts.setPassword(account.id(), password);
            accounts.keepNoLanguage(account.id());
            if (account.party().isEmpty() && !config.pesel().isEmpty()) {
                accounts.verify(account.id(), new Pesel(config.pesel()));
            }
            roles.forEach(role -> accounts.grant(account.id(), role));
            return true;
        });
    }
}
