package pl.otwartagmina.bench.plain;

import java.net.URI;
import java.util.Locale;
import pl.otwartagmina.api.gmina.Office;

/** An office of which nobody reads anything. */
record PlainOffice() implements Office {
    @Override
    public String name(Locale locale) {
        return "";
    }

    @Override
    public URI portal() {
        return URI.create("http://localhost/");
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
