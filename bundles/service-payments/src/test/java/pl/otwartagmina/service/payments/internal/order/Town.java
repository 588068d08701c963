package pl.otwartagmina.service.payments.internal.order;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.value.Nip;

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

    @Override
    public String address() {
        return "ul. Leśna 1, 12-345 Modrzewiny";
    }

    @Override
    public Optional<Nip> nip() {
        return Optional.of(new Nip("1111111111"));
    }
}
