package pl.otwartagmina.integration.sandboxbank.internal.bank;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code pl.otwartagmina.sandboxbank}: the simulated bank of the demo. */
@ObjectClassDefinition(name = "Sandbox bank", description = "A simulated bank, for the demo profile only")
public @interface Config {
    @AttributeDefinition(description = "Where the portal calls the bank, which is this same web server")
    String baseUrl();

    @AttributeDefinition(description = "Whether programs on this machine may pay orders and read the books, for tests")
    boolean testApi() default false;
}
