package pl.otwartagmina.identity.internal;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;

/** The one account of the demo. It exists only where its configuration does, which no production profile ships. */
@Component(configurationPid = DemoSignIn.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DemoSignIn.Config.class)
public final class DemoSignIn implements SignIn {
    static final String PID = "pl.otwartagmina.identity.demo";

    /** The invented resident. */
    @ObjectClassDefinition(name = "Demo account", description = "An invented resident, for the demo profile only")
    public @interface Config {
        @AttributeDefinition(description = "User name")
        String user();

        @AttributeDefinition(description = "Password", type = AttributeType.PASSWORD)
        String password();

        @AttributeDefinition(description = "First name")
        String firstName();

        @AttributeDefinition(description = "Family name")
        String lastName();

        @AttributeDefinition(description = "Invented PESEL, the same as in the demo dues")
        String pesel();
    }

    private final Config config;
    private final Person person;

    @Activate
    public DemoSignIn(@Reference PartyKeys keys, Config config) {
        this.config = config;
        this.person = new Person(
                config.user(),
                config.firstName(),
                config.lastName(),
                AccessLevel.VERIFIED,
                Optional.of(keys.of(new Pesel(config.pesel()))));
    }

    @Override
    public Optional<Person> signIn(String userName, char[] password) {
        boolean name = userName.equals(config.user());
        boolean secret =
                MessageDigest.isEqual(bytes(CharBuffer.wrap(password)), bytes(CharBuffer.wrap(config.password())));
        return name && secret ? Optional.of(person) : Optional.empty();
    }

    private static byte[] bytes(CharBuffer characters) {
        return StandardCharsets.UTF_8.encode(characters).array();
    }
}
