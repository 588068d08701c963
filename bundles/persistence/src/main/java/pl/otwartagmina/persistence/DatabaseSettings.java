package pl.otwartagmina.persistence;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the operator sets in {@code etc/pl.otwartagmina.persistence.cfg}. */
@ObjectClassDefinition(name = "Database", description = "The one database of the portal")
@interface DatabaseSettings {
    /** Key {@code url}. */
    @AttributeDefinition(
            description = "jdbc:derby:DIRECTORY;create=true or jdbc:postgresql://HOST/DATABASE;"
                    + " empty for Derby in the folder db of the portal's data")
    String url() default "";

    /** Key {@code user}. */
    @AttributeDefinition(description = "Name of the database user; empty for the environment's PORTAL_DB_USER")
    String user() default "";

    /** Key {@code password_file}. */
    @AttributeDefinition(
            description = "File that holds the password and nothing else, readable by the owner only;"
                    + " empty for the environment's PORTAL_DB_PASSWORD")
    String password__file() default "";

    /** Key {@code pool_size}. */
    @AttributeDefinition(description = "Connections kept at most", min = "4", max = "200")
    int pool__size() default 10;
}
