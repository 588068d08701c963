package pl.otwartagmina.lifecycle;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code pl.otwartagmina.lifecycle}. */
@ObjectClassDefinition(name = "Module life cycle")
public @interface Settings {
    /** How long a module may take from its start until the portal shows it. */
    @AttributeDefinition(
            name = "Start limit",
            description = "Seconds until a module that does not appear is taken back")
    int start_limit_seconds() default 30;

    /** How long a module may take to stop. */
    @AttributeDefinition(name = "Stop limit", description = "Seconds until a module that does not stop is interrupted")
    int stop_limit_seconds() default 15;

    /** How long a component may wait for a service that nobody offers. */
    @AttributeDefinition(
            name = "Patience",
            description = "Seconds to wait for what a module lacks before it is taken back")
    int patience_seconds() default 3;

    /** Modules of a portal that starts for the first time. */
    @AttributeDefinition(
            name = "Initial modules",
            description = "Ids of the modules that are enabled at the very first start; later the portal knows itself")
    String[] initial() default {};
}
