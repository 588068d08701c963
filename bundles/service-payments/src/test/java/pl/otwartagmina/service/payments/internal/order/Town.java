package pl.otwartagmina.service.payments.internal.order;

import java.net.URI;
import java.util.Locale;
import pl.otwartagmina.api.gmina.Office;

/** An office for tests. */
public final class Town implements Office {
    @Override
    public String name(Locale locale) {
        return "Gmina Modrzewiny";
    }

    @Override
    public URI portal() {
        return URI.create("https://portal.example/");
    }

    @Override
    public String controller() {
        return "";
    }

    @Override
    public String dataProtectionOfficer() {
        return "";
    }
}
