package pl.otwartagmina.shell.internal.gmina;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the office that runs the portal; changed while it runs, open browsers follow. */
@ObjectClassDefinition(name = "Gmina", description = "Whose portal this is: theme, contact, legal pages, banner")
public @interface GminaConfig {
    @AttributeDefinition(description = "Id of the theme bundle that gives name, crest and colours")
    String theme() default "modrzewiny";

    @AttributeDefinition(
            description = "Address of the portal as residents type it, such as https://portal.modrzewiny.pl")
    String publicUrl() default "http://127.0.0.1:8181/";

    @AttributeDefinition(description = "Street, postal code and place of the office")
    String address() default "";

    @AttributeDefinition(description = "Tax identification number (NIP) of the gmina, for transfers; ten digits")
    String nip() default "";

    @AttributeDefinition(description = "E-mail of the office")
    String email() default "";

    @AttributeDefinition(description = "Telephone of the office")
    String phone() default "";

    @AttributeDefinition(description = "Opening hours of the office, one line")
    String hours() default "";

    @AttributeDefinition(description = "Data controller (administrator danych), such as 'Wójt Gminy Modrzewiny'")
    String controller() default "";

    @AttributeDefinition(description = "Contact of the data protection officer (inspektor ochrony danych)")
    String dataProtectionOfficer() default "";

    @AttributeDefinition(description = "Person or unit that answers for accessibility")
    String accessibilityContact() default "";

    @AttributeDefinition(description = "Day this portal was published, YYYY-MM-DD (a11y-data-publikacja)")
    String published() default "2026-11-01";

    @AttributeDefinition(description = "Day of the last important change, YYYY-MM-DD (a11y-data-aktualizacja)")
    String updated() default "2026-11-01";

    @AttributeDefinition(
            description = "Day the accessibility declaration was made, YYYY-MM-DD (a11y-data-sporzadzenie)")
    String declarationMade() default "2026-11-01";

    @AttributeDefinition(
            description = "How the office's building can be entered and used, in Polish (a11y-architektura)")
    String architecture() default "";

    @AttributeDefinition(
            description = "How deaf and hard-of-hearing people reach the office, in Polish (a11y-komunikacja)")
    String communication() default "";

    @AttributeDefinition(description = "Logos in the footer: file name below etc/logos | alternative text | address")
    String[] logos() default {};

    @AttributeDefinition(description = "Warning shown on every page, in Polish; empty for none")
    String bannerPl() default "";

    @AttributeDefinition(description = "The same in Ukrainian")
    String bannerUk() default "";

    @AttributeDefinition(description = "The same in English")
    String bannerEn() default "";
}
