package pl.otwartagmina.api.federation;

import java.net.URI;
import java.util.Map;

/** How the browser gets to the provider. */
public sealed interface Departure {
    /** It opens this address. */
    record Redirect(URI address) implements Departure {}

    /**
     * It posts a form, as SAML's HTTP-POST binding wants it.
     *
     * @param address where it posts to
     * @param fields hidden fields, ready to be sent
     */
    record Form(URI address, Map<String, String> fields) implements Departure {
        public Form {
            fields = Map.copyOf(fields);
        }
    }
}
